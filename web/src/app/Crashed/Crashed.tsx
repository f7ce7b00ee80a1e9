import { useSay } from '../../i18n/Texts';
import { Button } from '../../ui/Button/Button';
import styles from './Crashed.module.css';

export function Crashed() {
  const say = useSay();
  return (
    <main className={styles.page}>
      <p>{say('app.crashed')}</p>
      <Button tone="primary" onClick={() => location.reload()}>
        {say('app.reload')}
      </Button>
    </main>
  );
}
