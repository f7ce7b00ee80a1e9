import { useState } from 'react';
import { useSay } from '../../../i18n/Texts';
import { Field } from '../../../ui/Field/Field';
import { FormDialog } from '../../../ui/FormDialog/FormDialog';
import { useAct } from '../../useAct';
import { emojiName } from '../NewEmoji/emojiPicture';

/** Gives an own emoji another name in place of its own. */
export function RenameEmoji({ name, onClose }: { name: string; onClose: () => void }) {
  const say = useSay();
  const { act, busy, problem, forget } = useAct();
  const [typed, setTyped] = useState(name);
  const rename = async () => {
    if (await act('admin.emoji.rename', { name, new_name: typed })) onClose();
  };
  return (
    <FormDialog
      title={say('emoji.own.rename.title', { name })}
      save={say('emoji.own.rename.do')}
      busy={busy}
      complete={typed !== '' && typed !== name}
      problem={undefined}
      onSave={rename}
      onClose={onClose}
    >
      <Field
        label={say('emoji.own.name')}
        prefix=":"
        hint={say('emoji.own.name.hint')}
        error={problem}
        autoComplete="off"
        spellCheck={false}
        value={typed}
        onChange={(event) => {
          setTyped(emojiName(event.target.value));
          forget();
        }}
      />
    </FormDialog>
  );
}
