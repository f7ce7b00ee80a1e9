import '../../../i18n/enRefusals';
import { useState } from 'react';
import { useWorkspace } from '../../../app/context';
import { refusalOf } from '../../../app/workspace/refusals';
import { useFormats } from '../../../i18n/formats';
import '../../../i18n/enPick';
import { refusalText, useSay } from '../../../i18n/Texts';
import type { Usergroup } from '../../../protocol/generated';
import { Field } from '../../../ui/Field/Field';
import { FormDialog } from '../../../ui/FormDialog/FormDialog';
import { useNames } from '../../names';
import { toggled } from '../../people/DirectDialog/DirectDialog';
import { PeoplePicker } from '../../people/PeoplePicker/PeoplePicker';

interface GroupDialogProps {
  /** Nothing for a new one. */
  group: Usergroup | undefined;
  onClose: (changed: boolean) => void;
}

/** What a group is called and who is in it. */
export function GroupDialog({ group, onClose }: GroupDialogProps) {
  const say = useSay();
  const names = useNames();
  const { list } = useFormats();
  const { call } = useWorkspace().parts;
  const [name, setName] = useState(group?.name ?? '');
  const [handle, setHandle] = useState(group?.handle ?? '');
  const [about, setAbout] = useState(group?.description ?? '');
  const [users, setUsers] = useState<readonly string[]>(group?.users ?? []);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string>();
  /** The group is there already, whatever becomes of its people. */
  const [made, setMade] = useState(group?.id);

  const save = async () => {
    setBusy(true);
    setRefusal(await saved());
    setBusy(false);
  };
  const saved = async (): Promise<string | undefined> => {
    const said = { name: name.trim(), handle: handle.trim(), description: about.trim() };
    const method = made === undefined ? 'usergroups.create' : 'usergroups.update';
    const given = said.handle === '' ? { name: said.name, description: said.description } : said;
    const outcome = await call<{ usergroup: Usergroup }>(
      method,
      made === undefined ? given : { ...given, usergroup: made },
    );
    if (outcome.kind !== 'ok') return refusalOf(outcome);
    const { id } = outcome.answer.usergroup;
    setMade(id);
    const same = [...users].sort().join() === [...(group?.users ?? [])].sort().join();
    if (!same) {
      const args = { usergroup: id, users: users.join(',') };
      const refused = refusalOf(await call('usergroups.users.update', args));
      if (refused !== undefined) return refused;
    }
    onClose(true);
    return undefined;
  };
  return (
    <FormDialog
      tall
      title={say(group === undefined ? 'groups.dialog.new' : 'groups.dialog.edit')}
      save={say(group === undefined ? 'groups.create' : 'groups.save')}
      busy={busy}
      complete={name.trim() !== ''}
      problem={refusal === undefined ? undefined : refusalText(say, refusal)}
      onSave={save}
      onClose={() => onClose(made !== group?.id)}
      below={
        <>
          {users.length > 0 && (
            <p role="status">{say('person.selected', { names: list(users.map(names.person)) })}</p>
          )}
          <PeoplePicker
            label={say('groups.members')}
            chosen={users}
            onToggle={(user) => setUsers((now) => toggled(now, user))}
          />
        </>
      }
    >
      <Field
        label={say('groups.name')}
        value={name}
        autoComplete="off"
        onChange={(event) => setName(event.target.value)}
      />
      <Field
        label={say('groups.handle')}
        prefix="@"
        hint={say('groups.handle.hint')}
        value={handle}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => setHandle(event.target.value.toLowerCase().replace(/\s+/g, '-'))}
      />
      <Field
        label={say('groups.about')}
        value={about}
        autoComplete="off"
        onChange={(event) => setAbout(event.target.value)}
      />
    </FormDialog>
  );
}
