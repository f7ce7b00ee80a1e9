import { SmilePlus, X } from 'lucide-react';
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
  /** By now the focus is back at the button. */
  onPick: (name: string) => void;
  /** What the button is called that takes the emoji off; without it there is none. */
  none?: string;
  /** Without a frame around, as one button of several. */
  bare?: boolean;
}

/** Shows an emoji and lets one pick another. */
export function EmojiButton({ label, value, onPick, none, bare = false }: EmojiButtonProps) {
  const names = useNames();
  const button = useRef<HTMLButtonElement>(null);
  const [picking, setPicking] = useState(false);
  const close = () => {
    setPicking(false);
    button.current?.focus();
  };
  const pick = (
    <IconButton
      ref={button}
      label={label}
      aria-haspopup="dialog"
      aria-expanded={picking}
      className={bare || none !== undefined ? undefined : styles.button}
      onClick={() => setPicking(true)}
    >
      {value === '' ? (
        <SmilePlus size={16} strokeWidth={1.75} />
      ) : (
        <Glyph name={value} names={names} />
      )}
    </IconButton>
  );
  return (
    <>
      {none === undefined ? (
        pick
      ) : (
        <span className={styles.pair}>
          {pick}
          {value !== '' && (
            <IconButton
              label={none}
              onClick={() => {
                button.current?.focus();
                onPick('');
              }}
            >
              <X size={16} strokeWidth={1.75} />
            </IconButton>
          )}
        </span>
      )}
      {picking && button.current !== null && (
        <Picker
          label={label}
          anchor={button.current}
          onPick={(name) => {
            close();
            onPick(name);
          }}
          onClose={close}
        />
      )}
    </>
  );
}
