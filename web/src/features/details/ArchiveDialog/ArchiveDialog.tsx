import { useState, type SyntheticEvent } from 'react';
import { useSay } from '../../../i18n/Texts';
import { Button } from '../../../ui/Button/Button';
import { Dialog } from '../../../ui/Dialog/Dialog';
import { Field } from '../../../ui/Field/Field';
import { Problem } from '../../../ui/Problem/Problem';
import { useAct } from '../../useAct';

interface ArchiveDialogProps {
  channel: string;
  name: string;
  onClose: () => void;
}

/** Asks for the name of a channel before it is closed for all. */
export function ArchiveDialog({ channel, name, onClose }: ArchiveDialogProps) {
  const say = useSay();
  const { act, busy, problem } = useAct();
  const [typed, setTyped] = useState('');
  const same = typed.trim().replace(/^#/, '') === name;

  const archive = async (event: SyntheticEvent) => {
    event.preventDefault();
    if (same && !busy && (await act('conversations.archive', { channel }))) onClose();
  };
  return (
    <Dialog
      title={say('details.archive.title', { name })}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{say('dialog.cancel')}</Button>
          <Button tone="danger" disabled={!same} onClick={(event) => void archive(event)}>
            {say('details.archive.do')}
          </Button>
        </>
      }
    >
      <p>{say('details.archive.text')}</p>
      <form onSubmit={(event) => void archive(event)}>
        <Field
          label={say('details.archive.name')}
          prefix="#"
          autoComplete="off"
          spellCheck={false}
          placeholder={name}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      </form>
      <Problem text={problem} />
    </Dialog>
  );
}
