import type { ReactNode } from 'react';
import { Link } from 'wouter';
import styles from './Sections.module.css';

interface SectionsProps {
  /** What the list of parts is called. */
  label: string;
  sections: readonly { id: string; text: string; href: string }[];
  current: string;
  children: ReactNode;
}

/** A list of parts beside the one that is shown; above it where there is no room. */
export function Sections({ label, sections, current, children }: SectionsProps) {
  return (
    <div className={styles.panes}>
      <nav aria-label={label}>
        <ul className={styles.list}>
          {sections.map(({ id, text, href }) => (
            <li key={id}>
              <Link
                replace
                href={href}
                aria-current={id === current ? 'page' : undefined}
                className={styles.link}
              >
                {text}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <div className={styles.content}>{children}</div>
    </div>
  );
}
