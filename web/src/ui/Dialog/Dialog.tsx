import { X } from 'lucide-react';
import { useId, type ReactNode } from 'react';
import { useSay } from '../../i18n/Texts';
import { IconButton } from '../Button/Button';
import styles from './Dialog.module.css';
import { useModal } from './useModal';

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

/** A modal dialog. */
export function Dialog(props: DialogProps) {
  const { title, onClose, children, footer, tall = false, wide = false } = props;
  const ref = useModal();
  const id = useId();
  const say = useSay();

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
