import { Pencil } from 'lucide-react';
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import { useSay } from '../../../i18n/Texts';
import { isComposing } from '../../../keys/composing';
import { Button, IconButton } from '../../../ui/Button/Button';
import { Problem } from '../../../ui/Problem/Problem';
import styles from './InPlace.module.css';

interface InPlaceProps {
  label: string;
  value: string;
  /** What stands there while there is nothing. */
  none: string;
  hint: string;
  most: number;
  editable: boolean;
  /** Nothing, or why it was not saved. */
  onSave: (value: string) => Promise<string | undefined>;
}

/** A text that is read where it is changed: Enter saves, Esc leaves it as it was. */
export function InPlace({ label, value, none, hint, most, editable, onSave }: InPlaceProps) {
  const say = useSay();
  const id = useId();
  const pencil = useRef<HTMLButtonElement>(null);
  const [draft, setDraft] = useState<string>();
  const [problem, setProblem] = useState<string>();
  const over = Array.from(draft ?? '').length - most;

  const editing = draft !== undefined;
  const edited = useRef(false);
  useEffect(() => {
    if (edited.current && !editing) pencil.current?.focus();
    edited.current = editing;
  }, [editing]);

  const leave = () => {
    setDraft(undefined);
    setProblem(undefined);
  };
  const save = async () => {
    if (draft === undefined || over > 0) return;
    const refused = draft.trim() === value ? undefined : await onSave(draft.trim());
    if (refused === undefined) leave();
    else setProblem(refused);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event.nativeEvent)) return;
    if (event.key === 'Escape') {
      event.preventDefault();
      leave();
    }
    if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      void save();
    }
  };
  return (
    <section className={styles.place} aria-labelledby={id}>
      <div className={styles.head}>
        <h3 id={id}>{label}</h3>
        {editable && !editing && (
          <IconButton
            ref={pencil}
            label={say('details.edit', { what: label })}
            onClick={() => setDraft(value)}
          >
            <Pencil size={16} strokeWidth={1.75} />
          </IconButton>
        )}
      </div>
      {draft === undefined ? (
        <p dir="auto" className={value === '' ? styles.none : styles.text}>
          {value === '' ? none : value}
        </p>
      ) : (
        <>
          <textarea
            autoFocus
            rows={2}
            dir="auto"
            aria-labelledby={id}
            aria-describedby={`${id}-hint`}
            aria-invalid={over > 0}
            className={styles.input}
            value={draft}
            onFocus={(event) => event.target.select()}
            onChange={(event) => setDraft(event.target.value)}
            onKeyDown={onKeyDown}
          />
          <p id={`${id}-hint`} className={styles.hint}>
            {over > 0 ? say('details.long', { count: over }) : hint}
          </p>
          <Problem text={problem} />
          <div className={styles.actions}>
            <Button tone="primary" disabled={over > 0} onClick={() => void save()}>
              {say('details.save')}
            </Button>
            <Button onClick={leave}>{say('dialog.cancel')}</Button>
          </div>
        </>
      )}
    </section>
  );
}
