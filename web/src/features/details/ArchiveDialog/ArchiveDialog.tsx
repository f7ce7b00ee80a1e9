import { useState } from 'react';
import { useSay } from '../../../i18n/Texts';
import { Field } from '../../../ui/Field/Field';
import { FormDialog } from '../../../ui/FormDialog/FormDialog';
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

  const archive = async () => {
    if (await act('conversations.archive', { channel })) onClose();
  };
  return (
    <FormDialog
      title={say('details.archive.title', { name })}
      save={say('details.archive.do')}
      tone="danger"
      busy={busy}
      complete={same}
      problem={problem}
      onSave={archive}
      onClose={onClose}
    >
      <p>{say('details.archive.text')}</p>
      <Field
        label={say('details.archive.name')}
        prefix="#"
        autoComplete="off"
        spellCheck={false}
        placeholder={name}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
    </FormDialog>
  );
}
