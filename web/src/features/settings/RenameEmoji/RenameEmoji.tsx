import { useState, type SyntheticEvent } from 'react';
import { useSay } from '../../../i18n/Texts';
import { Button } from '../../../ui/Button/Button';
import { Dialog } from '../../../ui/Dialog/Dialog';
import { Field } from '../../../ui/Field/Field';
import { useAct } from '../../useAct';
import { emojiName } from '../NewEmoji/emojiPicture';

/** Gives an own emoji another name in place of its own. */
export function RenameEmoji({ name, onClose }: { name: string; onClose: () => void }) {
  const say = useSay();
  const { act, busy, problem, forget } = useAct();
  const [typed, setTyped] = useState(name);
  const rename = async (event: SyntheticEvent) => {
    event.preventDefault();
    if (busy || typed === '' || typed === name) return;
    if (await act('admin.emoji.rename', { name, new_name: typed })) onClose();
  };
  return (
    <Dialog title={say('emoji.own.rename.title', { name })} onClose={onClose}>
      <form onSubmit={(event) => void rename(event)}>
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
        <Button type="submit" tone="primary" disabled={busy || typed === '' || typed === name}>
          {say('emoji.own.rename.do')}
        </Button>
      </form>
    </Dialog>
  );
}
