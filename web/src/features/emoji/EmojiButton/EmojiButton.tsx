import { SmilePlus } from 'lucide-react';
import { useRef, useState } from 'react';
import { IconButton } from '../../../ui/Button/Button';
import { useNames } from '../../names';
import { Glyph } from '../Glyph/Glyph';
import { Picker } from '../Picker/Picker';
import styles from './EmojiButton.module.css';

interface EmojiButtonProps {
  label: string;
  /** The name of the emoji, without colons; empty for none. */
  value: string;
  onPick: (name: string) => void;
}

/** Shows an emoji and lets one pick another. */
export function EmojiButton({ label, value, onPick }: EmojiButtonProps) {
  const names = useNames();
  const button = useRef<HTMLButtonElement>(null);
  const [picking, setPicking] = useState(false);
  const close = () => {
    setPicking(false);
    button.current?.focus();
  };
  return (
    <>
      <IconButton
        ref={button}
        label={label}
        aria-haspopup="dialog"
        aria-expanded={picking}
        className={styles.button}
        onClick={() => setPicking(true)}
      >
        {value === '' ? (
          <SmilePlus size={16} strokeWidth={1.75} />
        ) : (
          <Glyph name={value} names={names} />
        )}
      </IconButton>
      {picking && button.current !== null && (
        <Picker
          anchor={button.current}
          onPick={(name) => {
            onPick(name);
            close();
          }}
          onClose={close}
        />
      )}
    </>
  );
}
