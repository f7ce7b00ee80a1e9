import { useSay } from '../../../i18n/Texts';
import { TextButton } from '../../../ui/Button/Button';
import styles from './Lines.module.css';

/** A hairline with the name of the day. Its words are said by the next message. */
export function DayLine({ text }: { text: string }) {
  return (
    <div role="presentation" className={styles.day}>
      <span className={styles.dayText}>{text}</span>
    </div>
  );
}

export function NewLine() {
  const say = useSay();
  return (
    <div role="presentation" className={styles.new}>
      <span className={styles.newText}>{say('list.new')}</span>
    </div>
  );
}

/** Where the replies of a thread begin, and how many there are. */
export function RepliesLine({ count }: { count: number }) {
  const say = useSay();
  return (
    <div role="presentation" className={styles.replies}>
      <span>{count === 0 ? say('thread.none') : say('thread.replies', { count })}</span>
    </div>
  );
}

interface EdgeProps {
  failed: boolean;
  onRetry: () => void;
}

/** The end of what is known: more is being fetched, or could not be. */
export function Edge({ failed, onRetry }: EdgeProps) {
  const say = useSay();
  return (
    <div className={styles.edge} role="status">
      {failed ? say('list.failed') : say('list.loading')}
      {failed && <TextButton onClick={onRetry}>{say('list.retry')}</TextButton>}
    </div>
  );
}
