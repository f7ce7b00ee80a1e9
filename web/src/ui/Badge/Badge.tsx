import { useSay } from '../../i18n/Texts';
import styles from './Badge.module.css';

const most = 99;

export function Badge({ count }: { count: number }) {
  const say = useSay();
  const text = count > most ? say('sidebar.badge.many') : say('sidebar.badge', { count });
  return (
    <span aria-hidden="true" className={`${styles.badge} number`}>
      {text}
    </span>
  );
}
