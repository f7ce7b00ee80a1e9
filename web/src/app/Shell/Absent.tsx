import { Suspense } from 'react';
import { part } from '../parts';
import { useStatus } from '../context';
import type { Status } from '../workspace/status';
import { useNames, useTitleOf } from '../../features/names';
import { useDelayed } from '../../features/messages/MessageList/useDelayed';
import { useSay } from '../../i18n/Texts';
import { MessageSkeleton } from '../../ui/Skeleton/Skeleton';
import { Home } from './Home';
import { useChannelInfo } from './useChannelInfo';
import styles from './Absent.module.css';

const Offer = part(async () => (await import('./Offer')).default);

const grace = 1500;

/** In place of a conversation that is not there: not yet, not any more, or never. */
export function Absent({ ready, asked }: { ready: boolean; asked: string | undefined }) {
  const say = useSay();
  const titleOf = useTitleOf();
  const names = useNames();
  const unreachable = useStatus((status) => status.unreachable);
  const departed = useStatus((status) => status.departed);
  const patient = useDelayed(!ready, 150);
  const certain = useDelayed(ready && asked !== undefined, grace);
  const info = useChannelInfo(ready && departed === undefined ? asked : undefined);
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
  const words = departed === undefined ? certain && say('list.gone') : farewell(departed);
  if (!ready) {
    return (
      <main className={styles.absent} aria-busy="true">
        {unreachable ? (
          <p className={styles.words} role="status">
            {say('app.unreachable')}
          </p>
        ) : (
          patient && <MessageSkeleton />
        )}
      </main>
    );
  }
  if (offered && info.is_member !== true) {
    return (
      <main className={styles.absent} data-region="content">
        <Suspense>
          <Offer channel={info} />
        </Suspense>
        <Home />
      </main>
    );
  }
  return (
    <main className={styles.absent}>
      <div className={styles.words} role="status">
        {words && <h1 className={styles.said}>{words}</h1>}
      </div>
      <Home />
    </main>
  );
}
