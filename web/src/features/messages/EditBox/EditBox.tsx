import '../../../i18n/enRefusals';
import { useEffect, useRef, useState } from 'react';
import { preferences } from '../../../app/preferences';
import '../../../i18n/enChange';
import { useSay } from '../../../i18n/Texts';
import { lengthOf, longest } from '../../../models/length';
import type { Message } from '../../../protocol/generated';
import { encodeDraft, type Draft } from '../../../richtext/draft';
import { draftOfMessage } from '../../../richtext/draftOfMessage';
import { outgoing, type Wire } from '../../../richtext/outgoing';
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
  const [before] = useState(() => draftOfMessage(message, names.person));
  const [draft, setDraft] = useState(refused?.draft ?? before);
  const [leaving, setLeaving] = useState(false);

  useEffect(() => area.current?.focus(), []);

  const isChanged = (wire: Wire) =>
    JSON.stringify(wire) !== JSON.stringify(outgoing(before, preferences().plainMarkup));

  const over = lengthOf(encodeDraft(draft)) - longest;
  /** Who is mentioned now and was not before: an edit notifies nobody. */
  const added = mentionsIn(draft) > mentionsIn(before);

  const save = () => {
    if (over > 0) return;
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

  const reason =
    refused === undefined ? undefined : say('edit.failed', { reason: refused.problem });
  const problem = over > 0 ? say('composer.over', { count: over }) : reason;
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
        <Button tone="primary" disabled={over > 0} onClick={save}>
          {say('edit.save')}
        </Button>
        <span className={problem === undefined ? styles.hint : styles.problem} role="status">
          {problem ?? say(leaving ? 'edit.leave' : added ? 'edit.quiet' : 'edit.hint')}
        </span>
      </div>
    </div>
  );
}

function mentionsIn(draft: Draft): number {
  return new Set(encodeDraft(draft).match(/<[@!][^>]+>/g)).size;
}
