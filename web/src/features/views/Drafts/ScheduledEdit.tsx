import { useEffect, useRef, useState } from 'react';
import { preferences } from '../../../app/preferences';
import { useSay } from '../../../i18n/Texts';
import { lengthOf, longest } from '../../../models/length';
import { draftOfMessage } from '../../../richtext/draftOfMessage';
import { outgoing, type Wire } from '../../../richtext/outgoing';
import { Button } from '../../../ui/Button/Button';
import { DraftInput, type InputHandle } from '../../composer/DraftInput/DraftInput';
import { useNames } from '../../names';
import styles from './Scheduled.module.css';
import type { ScheduledMessage } from './useScheduled';

interface ScheduledEditProps {
  message: ScheduledMessage;
  onSave: (wire: Wire) => void;
  onClose: () => void;
}

/** Changes the words of a message that goes out later, in its place. */
export function ScheduledEdit({ message, onSave, onClose }: ScheduledEditProps) {
  const say = useSay();
  const names = useNames();
  const area = useRef<InputHandle>(null);
  const [draft, setDraft] = useState(() => draftOfMessage(message, names.person));
  const wire = outgoing(draft, preferences().plainMarkup);
  const over = lengthOf(wire.text) - longest;
  useEffect(() => area.current?.focus(), []);

  const save = () => {
    if (wire.text !== '' && over <= 0) onSave(wire);
  };
  return (
    <>
      <div className={styles.box}>
        <DraftInput
          ref={area}
          label={say('schedule.edit.label')}
          channel={message.channel_id}
          draft={draft}
          onChange={setDraft}
          onSubmit={save}
          onKey={(event) => {
            if (event.key === 'Escape') onClose();
          }}
        />
      </div>
      <div className={styles.actions}>
        <Button onClick={onClose}>{say('dialog.cancel')}</Button>
        <Button tone="primary" disabled={wire.text === '' || over > 0} onClick={save}>
          {say('schedule.edit.save')}
        </Button>
        <span role="status" className={styles.problem}>
          {over > 0 && say('composer.over', { count: over })}
        </span>
      </div>
    </>
  );
}
