import { useStatus } from '../context';
import { useTitleOf } from '../../features/names';
import { useDelayed } from '../../features/messages/MessageList/useDelayed';
import { useSay } from '../../i18n/Texts';
import { MessageSkeleton } from '../../ui/Skeleton/Skeleton';
import styles from './Shell.module.css';

const grace = 1500;

/** In place of a conversation that is not there: not yet, not any more, or never. */
export function Absent({ ready, asked }: { ready: boolean; asked: string | undefined }) {
  const say = useSay();
  const titleOf = useTitleOf();
  const unreachable = useStatus((status) => status.unreachable);
  const removed = useStatus((status) => status.removed);
  const patient = useDelayed(!ready, 150);
  const certain = useDelayed(ready && asked !== undefined, grace);
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
  return (
    <main className={styles.absent}>
      <p className={styles.words} role="status">
        {removed !== undefined && say('list.removed', { name: titleOf(removed) })}
        {removed === undefined && certain && say('list.gone')}
      </p>
    </main>
  );
}
