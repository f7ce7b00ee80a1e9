import type { ReactNode } from 'react';
import styles from './Strip.module.css';

/** A line above the composer about what just left it. */
export function Strip({ bad = false, children }: { bad?: boolean; children: ReactNode }) {
  return (
    <div role="status" className={`${styles.strip} ${bad ? styles.bad : ''}`}>
      {children}
    </div>
  );
}
