import { useSay } from '../../i18n/Texts';
import { useModal } from '../../ui/Dialog/useModal';
import styles from './Waiting.module.css';

interface WaitingProps {
  /** All that was typed so far, Enter as a new line. */
  onType: (text: string) => void;
  onClose: () => void;
}

/** In place of a dialog that is on its way: what is typed for it does not go elsewhere. */
export function Waiting({ onType, onClose }: WaitingProps) {
  const say = useSay();
  const ref = useModal();
  return (
    <dialog
      ref={ref}
      aria-label={say('dialog.waiting')}
      aria-busy="true"
      className={styles.waiting}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      {say('dialog.waiting')}
      <input
        aria-label={say('dialog.waiting')}
        className="hidden-text"
        onChange={(event) => onType(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') onType(`${event.currentTarget.value}\n`);
        }}
      />
    </dialog>
  );
}
