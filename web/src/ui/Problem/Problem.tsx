import type { ReactNode } from 'react';
import styles from './Problem.module.css';

interface ProblemProps {
  text: string | undefined;
  /** What can be done about it at once. */
  children?: ReactNode;
}

/** What went wrong and what to do; the place is there before, so that it is said when it fills. */
export function Problem({ text, children }: ProblemProps) {
  return (
    <div role="alert" className={text === undefined ? styles.none : styles.problem}>
      {text}
      {text !== undefined && children}
    </div>
  );
}
