import { ArrowUp } from 'lucide-react';
import '../../../i18n/enRow';
import { useFormats } from '../../../i18n/formats';
import { useSay } from '../../../i18n/Texts';
import { TextButton } from '../../../ui/Button/Button';
import styles from './NewBar.module.css';

/** What is new above the screen. */
export interface News {
  count: number;
  /** When the first of it was said. */
  sinceMs: number;
}

interface NewBarProps {
  news: News;
  onShow: () => void;
  onRead: () => void;
}

/** At the top while the first unread message lies above: the way there, or that it has been read. */
export function NewBar({ news: { count, sinceMs }, onShow, onRead }: NewBarProps) {
  const say = useSay();
  const { time } = useFormats();
  return (
    <div className={styles.bar}>
      <button type="button" className={styles.show} onClick={onShow}>
        {say('list.newSince', { count, time: time(sinceMs) })}
        <ArrowUp size={12} strokeWidth={2} aria-hidden="true" />
      </button>
      <TextButton onClick={onRead}>{say('list.markRead')}</TextButton>
    </div>
  );
}
