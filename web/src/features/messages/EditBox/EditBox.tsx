import { useEffect, useRef, useState } from 'react';
import { preferences } from '../../../app/preferences';
import { useSay } from '../../../i18n/Texts';
import type { Message } from '../../../protocol/generated';
import { isRich, treeOf } from '../../../richtext/cache';
import { decodeDraft, type Draft } from '../../../richtext/draft';
import { outgoing, type Wire } from '../../../richtext/outgoing';
import type { Names } from '../../../richtext/plain';
import { Button } from '../../../ui/Button/Button';
import { DraftInput, type InputHandle } from '../../composer/DraftInput/DraftInput';
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
  onSave: (wire: Wire, draft: Draft) => void;
  onErase: () => void;
  onDone: () => void;
}

/** Changes a message in its place: Enter saves, Esc leaves, emptying asks to delete. */
export function EditBox({ channel, message, refused, onSave, onErase, onDone }: EditBoxProps) {
  const say = useSay();
  const names = useNames();
  const area = useRef<InputHandle>(null);
  const [before] = useState(() => draftOf(message, names));
  const [draft, setDraft] = useState(refused?.draft ?? before);
  const [leaving, setLeaving] = useState(false);

  useEffect(() => area.current?.focus(), []);

  const isChanged = (wire: Wire) =>
    JSON.stringify(wire) !== JSON.stringify(outgoing(before, preferences().plainMarkup));

  const save = () => {
    const wire = outgoing(draft, preferences().plainMarkup);
    if (wire.text === '') {
      onErase();
      return;
    }
    if (!isChanged(wire)) {
      onDone();
      return;
    }
    onSave(wire, draft);
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    if (isChanged(outgoing(draft, preferences().plainMarkup)) && !leaving) setLeaving(true);
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

function draftOf({ text, blocks = [] }: Message, names: Names): Draft {
  const draft = decodeDraft(text, names.person);
  return blocks.length > 0 && isRich(blocks) ? { ...draft, tree: treeOf({ text, blocks }) } : draft;
}
