import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useSay } from '../../../i18n/Texts';
import type { Message } from '../../../protocol/generated';
import { decodeDraft, encodeDraft, type Draft } from '../../../richtext/draft';
import { Button } from '../../../ui/Button/Button';
import { DraftInput } from '../../composer/DraftInput/DraftInput';
import { useNames } from '../../names';
import styles from './EditBox.module.css';

/** A change that the server refused, to go on from. */
export interface RefusedEdit {
  draft: Draft;
  problem: string;
}

interface EditBoxProps {
  channel: string;
  message: Message;
  refused: RefusedEdit | undefined;
  onSave: (text: string, draft: Draft) => void;
  onErase: () => void;
  onDone: () => void;
}

/** Changes a message in its place: Enter saves, Esc leaves, emptying asks to delete. */
export function EditBox({ channel, message, refused, onSave, onErase, onDone }: EditBoxProps) {
  const say = useSay();
  const names = useNames();
  const area = useRef<HTMLTextAreaElement>(null);
  const [draft, setDraft] = useState(
    () => refused?.draft ?? decodeDraft(message.text, names.person),
  );
  const [leaving, setLeaving] = useState(false);

  useEffect(() => {
    const field = area.current;
    field?.focus();
    field?.setSelectionRange(field.value.length, field.value.length);
  }, []);

  const wire = encodeDraft({ ...draft, text: draft.text.trim() });
  const changed = wire !== message.text;

  const save = () => {
    if (wire === '') {
      onErase();
      return;
    }
    if (!changed) {
      onDone();
      return;
    }
    onSave(wire, draft);
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    if (changed && !leaving) setLeaving(true);
    else onDone();
  };

  return (
    <div className={styles.edit}>
      <div className={styles.box}>
        <DraftInput
          ref={area}
          label={say('edit.label')}
          channel={channel}
          draft={draft}
          onChange={setDraft}
          onSubmit={save}
          onKey={onKey}
        />
      </div>
      <div className={styles.actions}>
        <Button onClick={onDone}>{say('edit.cancel')}</Button>
        <Button tone="primary" onClick={save}>
          {say('edit.save')}
        </Button>
        <span className={refused === undefined ? styles.hint : styles.problem} role="status">
          {refused !== undefined && say('edit.failed', { reason: refused.problem })}
          {refused === undefined && (leaving ? say('edit.leave') : say('edit.hint'))}
        </span>
      </div>
    </div>
  );
}
