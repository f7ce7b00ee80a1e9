import { Bookmark, Pin } from 'lucide-react';
import { useSay } from '../../../i18n/Texts';
import styles from './Marks.module.css';

interface MarksProps {
  starred: boolean;
  pinned: boolean;
}

/** Over a message: that one saved it, that somebody pinned it. */
export function Marks({ starred, pinned }: MarksProps) {
  const say = useSay();
  if (!starred && !pinned) return null;
  return (
    <p className={styles.marks}>
      {starred && (
        <span className={styles.mark}>
          <Bookmark size={12} strokeWidth={1.75} className={styles.saved} />
          {say('message.saved')}
        </span>
      )}
      {pinned && (
        <span className={styles.mark}>
          <Pin size={12} strokeWidth={1.75} />
          {say('message.pinned')}
        </span>
      )}
    </p>
  );
}
