import { useSay } from '../../i18n/Texts';
import { Button } from '../../ui/Button/Button';
import styles from './Crashed.module.css';

export function Crashed() {
  const say = useSay();
  return (
    <main className={styles.page}>
      <h1 className={styles.title}>{say('app.crashed')}</h1>
      <Button tone="primary" onClick={() => location.reload()}>
        {say('app.reload')}
      </Button>
    </main>
  );
}
