import { tip } from '../Tooltip/tip';
import styles from './Presence.module.css';

interface PresenceProps {
  active: boolean;
  /** Not to be disturbed. */
  quiet?: boolean;
  label: string;
}

/**
 * Told by shape as well as colour: a disc for somebody who is there, a ring for somebody away, a
 * crescent for somebody who is not to be disturbed.
 */
export function Presence({ active, quiet = false, label }: PresenceProps) {
  return (
    <span
      role="img"
      aria-label={label}
      {...tip(label)}
      data-active={active}
      data-quiet={quiet}
      className={styles.dot}
    />
  );
}
