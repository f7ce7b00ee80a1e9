import { X } from 'lucide-react';
import { useEffect, useId, useRef, type ReactNode } from 'react';
import { useSay } from '../../i18n/Texts';
import { IconButton } from '../Button/Button';
import styles from './Dialog.module.css';

interface DialogProps {
  title: string;
  /** Nothing if it stays until it was answered. */
  onClose: (() => void) | undefined;
  children: ReactNode;
  footer?: ReactNode;
  tall?: boolean;
  /** For a list of parts beside what is shown of one. */
  wide?: boolean;
}

/** A modal dialog; focus goes to its first field or its last button, and back to where it came from. */
export function Dialog(props: DialogProps) {
  const { title, onClose, children, footer, tall = false, wide = false } = props;
  const ref = useRef<HTMLDialogElement>(null);
  const id = useId();
  const say = useSay();

  useEffect(() => {
    const dialog = ref.current;
    const before = document.activeElement;
    if (dialog !== null && !dialog.open) {
      dialog.showModal();
      firstOf(dialog)?.focus();
    }
    return () => {
      dialog?.close();
      focusAgain(before);
    };
  }, []);

  return (
    <dialog
      ref={ref}
      aria-labelledby={id}
      {...(onClose === undefined && { closedby: 'none' })}
      className={`${styles.dialog} ${tall ? styles.tall : ''} ${wide ? styles.wide : ''}`}
      onCancel={(event) => {
        event.preventDefault();
        onClose?.();
      }}
      onMouseDown={(event) => {
        if (event.target === ref.current) onClose?.();
      }}
    >
      <div className={styles.panel}>
        <header role="none" className={styles.header}>
          <h2 id={id} className={styles.title}>
            {title}
          </h2>
          {onClose !== undefined && (
            <IconButton label={say('dialog.close')} onClick={onClose}>
              <X size={16} strokeWidth={1.75} />
            </IconButton>
          )}
        </header>
        <div className={styles.body}>{children}</div>
        {footer !== undefined && (
          <footer role="none" className={styles.footer}>
            {footer}
          </footer>
        )}
      </div>
    </dialog>
  );
}

/** Where the focus was, or the dialog beneath if what had it went away. */
function focusAgain(before: Element | null): void {
  if (before instanceof HTMLElement && before.isConnected) {
    before.focus();
    return;
  }
  const beneath = [...document.querySelectorAll<HTMLElement>('dialog[open]')].at(-1);
  if (beneath !== undefined) firstOf(beneath)?.focus();
}

function firstOf(dialog: HTMLElement): HTMLElement | undefined {
  const buttons = dialog.querySelectorAll<HTMLElement>('footer button:not(:disabled)');
  return dialog.querySelector<HTMLElement>('input, textarea') ?? [...buttons].at(-1);
}
