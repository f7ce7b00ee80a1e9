import styles from './Problem.module.css';

/** What went wrong and what to do; the place is there before, so that it is said when it fills. */
export function Problem({ text }: { text: string | undefined }) {
  return (
    <div role="alert" className={text === undefined ? styles.none : styles.problem}>
      {text}
    </div>
  );
}
