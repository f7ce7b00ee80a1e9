import { X } from 'lucide-react';
import { createContext, useCallback, useContext, useEffect, useState, type ReactNode } from 'react';
import { useSay } from '../../i18n/Texts';
import { IconButton, TextButton } from '../Button/Button';
import styles from './Toast.module.css';

export interface Notice {
  text: string;
  /** What can still be done about it. */
  action?: { label: string; run: () => void };
}

type Tell = (notice: Notice) => void;

const ToastContext = createContext<Tell>(() => undefined);
const shownMs = 10_000;

/** One notice at the foot, for what cannot be seen otherwise; the next one takes its place. */
export function Toasts({ children }: { children: ReactNode }) {
  const [notice, setNotice] = useState<Notice>();
  const onGone = useCallback(() => setNotice(undefined), []);
  return (
    <ToastContext value={setNotice}>
      {children}
      <Toast notice={notice} onGone={onGone} />
    </ToastContext>
  );
}

export function useToast(): Tell {
  return useContext(ToastContext);
}

function Toast({ notice, onGone }: { notice: Notice | undefined; onGone: () => void }) {
  const say = useSay();
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (notice === undefined || held) return;
    const timer = setTimeout(onGone, shownMs);
    return () => clearTimeout(timer);
  }, [notice, held, onGone]);
  return (
    <div role="status" className={styles.place}>
      {notice !== undefined && (
        <div
          className={styles.toast}
          onPointerEnter={() => setHeld(true)}
          onPointerLeave={() => setHeld(false)}
          onFocus={() => setHeld(true)}
          onBlur={() => setHeld(false)}
        >
          <span>{notice.text}</span>
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
          <IconButton label={say('toast.dismiss')} onClick={onGone}>
            <X size={16} strokeWidth={1.75} />
          </IconButton>
        </div>
      )}
    </div>
  );
}
