import styles from './NotThere.module.css';

/** In a pane for what does not exist; the place is there before, so that it is said when it fills. */
export function NotThere({ text }: { text: string | undefined }) {
  return (
    <div role="status" className={text === undefined ? undefined : styles.words}>
      {text}
    </div>
  );
}
