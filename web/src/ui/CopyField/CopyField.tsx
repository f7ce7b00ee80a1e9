import { Check, Copy } from 'lucide-react';
import { useId, useRef, useState } from 'react';
import '../../i18n/enCopy';
import { useSay } from '../../i18n/Texts';
import { IconButton } from '../Button/Button';
import styles from './CopyField.module.css';

interface CopyFieldProps {
  label: string;
  value: string;
  /** Shown whole, in as many lines as it takes. */
  wraps?: boolean;
}

/** A value to take along. Where the browser does not let pages write to the clipboard it is selected. */
export function CopyField({ label, value, wraps = false }: CopyFieldProps) {
  const say = useSay();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const lines = useRef<HTMLElement>(null);
  const [copied, setCopied] = useState(false);

  const select = () => {
    input.current?.select();
    if (lines.current !== null) getSelection()?.selectAllChildren(lines.current);
  };
  const copy = () => {
    select();
    const written = window.isSecureContext
      ? navigator.clipboard.writeText(value)
      : Promise.reject(new Error('no secure context'));
    written.then(
      () => setCopied(true),
      () => undefined,
    );
  };

  return (
    <div className={styles.field}>
      <label id={`${id}-label`} htmlFor={wraps ? undefined : id} className={styles.label}>
        {label}
      </label>
      <div className={styles.box}>
        {wraps ? (
          <code
            ref={lines}
            id={id}
            role="textbox"
            aria-readonly="true"
            aria-multiline="true"
            aria-labelledby={`${id}-label`}
            tabIndex={0}
            className={styles.lines}
            dir="ltr"
            onFocus={select}
          >
            {value}
          </code>
        ) : (
          <input
            ref={input}
            id={id}
            className={styles.value}
            dir="ltr"
            readOnly
            value={value}
            onFocus={select}
          />
        )}
        <IconButton label={say(copied ? 'copy.done' : 'copy.do', { name: label })} onClick={copy}>
          {copied ? <Check size={16} strokeWidth={1.75} /> : <Copy size={16} strokeWidth={1.75} />}
        </IconButton>
      </div>
    </div>
  );
}
