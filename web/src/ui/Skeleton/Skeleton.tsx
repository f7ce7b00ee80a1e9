import styles from './Skeleton.module.css';

const widths = ['wide', 'middle', 'short', 'wide', 'short', 'middle', 'wide'] as const;

/** Stands for messages that are not there yet, with the metrics of real rows. */
export function MessageSkeleton() {
  return (
    <div aria-hidden="true" className={styles.messages}>
      {widths.map((width, at) => (
        <div key={at} className={styles.message}>
          <span className={styles.face} />
          <span className={styles.lines}>
            <span className={`${styles.line} ${styles.name}`} />
            <span className={`${styles.line} ${styles[width]}`} />
          </span>
        </div>
      ))}
    </div>
  );
}

export function SidebarSkeleton() {
  return (
    <div aria-hidden="true" className={styles.bars}>
      {Array.from({ length: 12 }, (_, at) => (
        <span key={at} className={`${styles.line} ${styles[widths[at % 3] ?? 'wide']}`} />
      ))}
    </div>
  );
}
