import { useState, type SyntheticEvent } from 'react';
import { useWorkspace } from '../../../app/context';
import { refusalOf } from '../../../app/workspace/refusals';
import { useFormats } from '../../../i18n/formats';
import { refusalText, useSay } from '../../../i18n/Texts';
import type { Usergroup } from '../../../protocol/generated';
import { Button } from '../../../ui/Button/Button';
import { Dialog } from '../../../ui/Dialog/Dialog';
import { Field } from '../../../ui/Field/Field';
import { Problem } from '../../../ui/Problem/Problem';
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

  const save = async (event: SyntheticEvent) => {
    event.preventDefault();
    if (busy || name.trim() === '') return;
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
    <Dialog
      tall
      title={say(group === undefined ? 'groups.dialog.new' : 'groups.dialog.edit')}
      onClose={() => onClose(made !== group?.id)}
      footer={
        <>
          <Button onClick={() => onClose(made !== group?.id)}>{say('dialog.cancel')}</Button>
          <Button
            tone="primary"
            disabled={busy || name.trim() === ''}
            onClick={(event) => void save(event)}
          >
            {say(group === undefined ? 'groups.create' : 'groups.save')}
          </Button>
        </>
      }
    >
      <form onSubmit={(event) => void save(event)}>
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
        <button type="submit" hidden />
      </form>
      <Problem text={refusal === undefined ? undefined : refusalText(say, refusal)} />
      {users.length > 0 && (
        <p role="status">{say('person.selected', { names: list(users.map(names.person)) })}</p>
      )}
      <PeoplePicker
        label={say('groups.members')}
        chosen={users}
        onToggle={(user) => setUsers((now) => toggled(now, user))}
      />
    </Dialog>
  );
}
