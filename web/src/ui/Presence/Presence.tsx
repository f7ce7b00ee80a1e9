import { tip } from '../Tooltip/tip';
import styles from './Presence.module.css';

/** Told by shape as well as colour: a disc for somebody who is there, a ring for somebody away. */
export function Presence({ active, label }: { active: boolean; label: string }) {
  return (
    <span
      role="img"
      aria-label={label}
      {...tip(label)}
      data-active={active}
      className={styles.dot}
    />
  );
}
