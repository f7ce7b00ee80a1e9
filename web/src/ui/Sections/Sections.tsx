import type { ReactNode } from 'react';
import { PartLinks, type PartLinksProps } from '../PartLinks/PartLinks';
import styles from './Sections.module.css';

/** A list of parts beside the one that is shown; above it where there is no room. */
export function Sections({ children, ...parts }: PartLinksProps & { children: ReactNode }) {
  return (
    <div className={styles.panes}>
      <PartLinks {...parts} list={styles.list} link={styles.link} />
      <div className={styles.content}>{children}</div>
    </div>
  );
}
