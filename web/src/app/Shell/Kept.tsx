import { useStore } from 'zustand';
import '../../i18n/enJump';
import { useSay } from '../../i18n/Texts';
import { formatAddress } from '../../models/address';
import { channelOf } from '../../store/places';
import { Link } from '../../ui/Link/Link';
import { useWorkspace } from '../context';
import styles from './Absent.module.css';

/** Where one is not any more: that what one wrote there is not lost, and where it stands. */
export function Kept({ channel }: { channel: string | undefined }) {
  const say = useSay();
  const { drafts, outbox, parts } = useWorkspace();
  const begun = useStore(drafts.store, (all) =>
    Object.entries(all).some(([place, { text }]) => text !== '' && channelOf(place) === channel),
  );
  const unsent = useStore(outbox.store, ({ sends }) =>
    sends.some((send) => send.state === 'failed' && send.channel === channel),
  );
  if (!begun && !unsent) return null;
  return (
    <p className={styles.kept}>
      {say('join.kept')}{' '}
      <Link href={formatAddress({ view: 'drafts', slug: parts.team.domain })}>
        {say('join.kept.open')}
      </Link>
    </p>
  );
}
