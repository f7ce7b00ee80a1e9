import { X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useSay } from '../../i18n/Texts';
import { IconButton, TextButton } from '../Button/Button';
import type { Notice } from './Toast';
import styles from './Toast.module.css';

const shownMs = 10_000;

/** A notice for a while, and for as long as the pointer or the focus is on it. */
export function Told({ notice, onGone }: { notice: Notice; onGone: () => void }) {
  const say = useSay();
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (held) return;
    const timer = setTimeout(onGone, shownMs);
    return () => clearTimeout(timer);
  }, [notice, held, onGone]);
  return (
    <div
      className={styles.toast}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <div className={styles.words}>
        <span className={styles.text}>{notice.text}</span>
        {notice.action !== undefined && (
          <TextButton
            onClick={() => {
              notice.action?.run();
              onGone();
            }}
          >
            {notice.action.label}
          </TextButton>
        )}
      </div>
      <IconButton label={say('toast.dismiss')} onClick={onGone}>
        <X size={16} strokeWidth={1.75} />
      </IconButton>
    </div>
  );
}
