import type { ReactNode, Ref } from 'react';
import styles from './ListRow.module.css';

interface ListSectionProps {
  title: string;
  /** A sentence below the title. */
  note?: string | undefined;
  busy?: boolean;
  /** In a view it stands below the view's own title, in a dialog one deeper. */
  level?: 2 | 3;
  ref?: Ref<HTMLElement>;
  children: ReactNode;
}

/** A part of a dialog that lists things which one can do something about. */
export function ListSection(props: ListSectionProps) {
  const { title, note, busy = false, level = 3, ref, children } = props;
  const Title = level === 2 ? 'h2' : 'h3';
  return (
    <section ref={ref} className={styles.section} aria-busy={busy}>
      <Title className={styles.title}>{title}</Title>
      {note !== undefined && <p className={styles.note}>{note}</p>}
      {children}
    </section>
  );
}

interface ListRowProps {
  icon?: ReactNode;
  title: ReactNode;
  /** A line each; blank ones are left out. */
  notes: readonly ReactNode[];
  /** What can be done about it. */
  children: ReactNode;
}

/** A thing in such a list. */
export function ListRow({ icon, title, notes, children }: ListRowProps) {
  return (
    <li className={styles.row}>
      {icon}
      <span className={styles.words}>
        <span className={styles.name}>{title}</span>
        {notes.map((note, at) =>
          note === '' ? null : (
            <span key={at} className={styles.note}>
              {note}
            </span>
          ),
        )}
      </span>
      {children}
    </li>
  );
}
