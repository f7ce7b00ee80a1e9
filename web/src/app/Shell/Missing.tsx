import { useStatus } from '../context';
import type { Status } from '../workspace/status';
import { useNames, useTitleOf } from '../../features/names';
import { useDelayed } from '../../ui/useDelayed';
import { useSay } from '../../i18n/Texts';
import { Home } from './Home';
import { Kept } from './Kept';
import Offer from './Offer';
import { useChannelInfo } from './useChannelInfo';
import styles from './Absent.module.css';

const grace = 1500;

/** In place of a conversation that is not there any more, or never was. */
export default function Missing({ asked }: { asked: string | undefined }) {
  const say = useSay();
  const titleOf = useTitleOf();
  const names = useNames();
  const left = useStatus((status) => status.departed);
  const departed = left?.conversation.id === asked ? left : undefined;
  const certain = useDelayed(asked !== undefined, grace);
  const info = useChannelInfo(asked);
  const offered = info !== undefined && !info.is_archived && info.is_channel && !info.is_private;
  const farewell = ({ conversation, why }: NonNullable<Status['departed']>) => {
    const name = titleOf(conversation);
    switch (why.kind) {
      case 'left':
        return say('list.left', { name });
      case 'removed':
        return say('list.removed', { name, actor: names.person(why.actor) });
      case 'gone':
        return say('list.departed', { name });
    }
  };
  const kept = <Kept channel={asked} />;
  const words = departed === undefined ? certain && say('list.gone') : farewell(departed);
  if (offered && info.is_member !== true) {
    return (
      <main className={styles.absent} data-region="content">
        <Offer channel={info} said={departed && farewell(departed)} kept={kept} />
        <Home />
      </main>
    );
  }
  return (
    <main className={styles.absent} data-region="content">
      <div className={styles.words} role="status" data-entry tabIndex={-1}>
        {words && <h1 className={styles.said}>{words}</h1>}
        {words && kept}
      </div>
      <Home />
    </main>
  );
}
