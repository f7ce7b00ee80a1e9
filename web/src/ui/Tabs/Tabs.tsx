import { Link } from 'wouter';
import styles from './Tabs.module.css';

interface TabsProps {
  /** What the row is called. */
  label: string;
  tabs: readonly { id: string; text: string; href: string }[];
  current: string;
}

/** Parts of a view that have addresses of their own, in a row above the one that is shown. */
export function Tabs({ label, tabs, current }: TabsProps) {
  return (
    <nav aria-label={label}>
      <ul className={styles.list}>
        {tabs.map(({ id, text, href }) => (
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
  );
}
