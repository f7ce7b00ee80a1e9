import { useConnected } from '../context';
import { useDelayed } from '../../ui/useDelayed';
import { useSay } from '../../i18n/Texts';
import { Pane } from '../../ui/Pane/Pane';
import { Home } from './Home';
import styles from './Absent.module.css';

const patienceMs = 1500;

/** In place of a view that is on its way. Without a connection it may be long: that is told. */
export function Coming({ beside = false }: { beside?: boolean }) {
  const say = useSay();
  const late = useDelayed(true, patienceMs);
  const connected = useConnected();
  const words = late && !connected && (
    <p className={styles.words} role="status">
      {say('app.unreachable')}
    </p>
  );
  if (beside) return words && <Pane title={say('dialog.waiting')}>{words}</Pane>;
  return (
    <main className={styles.absent}>
      {words}
      {words && <Home />}
    </main>
  );
}
