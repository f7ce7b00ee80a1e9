import { Suspense } from 'react';
import { part } from '../parts';
import { useStatus } from '../context';
import { useDelayed } from '../../ui/useDelayed';
import { useSay } from '../../i18n/Texts';
import { MessageSkeleton } from '../../ui/Skeleton/Skeleton';
import styles from './Absent.module.css';

const Missing = part(async () => (await import('./Missing')).default);

/** Who was shown out in mid-word: the focus goes to no link and no field, which would take the rest. */
function Empty() {
  return (
    <main className={styles.absent} data-region="content">
      <div data-entry tabIndex={-1} />
    </main>
  );
}

/** In place of a conversation that is not there: not yet, not any more, or never. */
export function Absent({ ready, asked }: { ready: boolean; asked: string | undefined }) {
  const say = useSay();
  const unreachable = useStatus((status) => status.unreachable);
  const patient = useDelayed(!ready, 150);
  if (ready) {
    return (
      <Suspense fallback={<Empty />}>
        <Missing asked={asked} />
      </Suspense>
    );
  }
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
