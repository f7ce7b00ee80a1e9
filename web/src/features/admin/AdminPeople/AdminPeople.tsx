import { useState } from 'react';
import { useWorkspaceState } from '../../../app/context';
import '../../../i18n/enPeople';
import { useSay } from '../../../i18n/Texts';
import { nameOf } from '../../../models/names';
import { roleOf, rolesToGive } from '../../../models/people';
import { isAdmin } from '../../../models/rank';
import type { Person } from '../../../protocol/generated';
import { Button } from '../../../ui/Button/Button';
import { Confirm } from '../../../ui/Confirm/Confirm';
import { ContextMenu, type Point } from '../../../ui/Menu/ContextMenu';
import type { MenuItem } from '../../../ui/Menu/MenuList';
import { Problem } from '../../../ui/Problem/Problem';
import { useToast } from '../../../ui/Toast/Toast';
import { PeopleList } from '../../people/PeopleView/PeopleList';
import { PeopleTabs } from '../../people/PeopleTabs/PeopleTabs';
import { useAct } from '../../useAct';
import { Note, ViewPane } from '../../views/ViewPane/ViewPane';

/** What people are in the workspace, and whether they may come in; for admins. */
export function AdminPeople() {
  const say = useSay();
  const toast = useToast();
  const { act, problem, forget } = useAct();
  const self = useWorkspaceState((state) => state.people[state.self]);
  const [menu, setMenu] = useState<{ person: Person; at: Point }>();
  const [leaving, setLeaving] = useState<Person>();
  const title = say('admin.people.title');

  if (!isAdmin(self)) {
    return (
      <ViewPane title={title} above={<PeopleTabs current="admin" />}>
        <Note>{say('admin.people.denied')}</Note>
      </ViewPane>
    );
  }
  const called = (person: Person) => nameOf(person) ?? person.id;
  const change = async (person: Person, method: string, args?: Record<string, string>) => {
    return act(`client.people.${method}`, { user: person.id, ...args });
  };
  const give = async (person: Person, role: ReturnType<typeof roleOf>) => {
    if (!(await change(person, 'setRole', { role }))) return;
    const words = { name: called(person), role: say(`people.is.${role}`) };
    toast({ text: say('admin.people.done', words) });
  };
  const itemsFor = (person: Person): MenuItem[] => {
    if (person.deleted === true) {
      const run = () => void change(person, 'reactivate');
      return [{ id: 'in', label: say('admin.people.reactivate'), run }];
    }
    const given = rolesToGive(self, person).map((role) => ({
      id: role,
      label: say(`people.is.${role}`),
      checked: role === roleOf(person),
      run: () => void give(person, role),
    }));
    const out = {
      id: 'out',
      label: say('admin.people.deactivate'),
      danger: true,
      apart: true,
      run: () => {
        forget();
        setLeaving(person);
      },
    };
    return [...given, out];
  };
  const deactivate = async () => {
    if (leaving !== undefined && (await change(leaving, 'deactivate'))) setLeaving(undefined);
  };
  return (
    <ViewPane whole title={title} above={<PeopleTabs current="admin" />}>
      <Problem text={leaving === undefined ? problem : undefined} />
      <PeopleList adds label={title}>
        {(person, reached) =>
          rolesToGive(self, person).length > 0 && (
            <Button
              aria-haspopup="menu"
              aria-label={say('admin.people.change', { name: called(person) })}
              tabIndex={reached ? 0 : -1}
              onClick={({ currentTarget }) => {
                const { left, bottom } = currentTarget.getBoundingClientRect();
                setMenu({ person, at: { x: left, y: bottom } });
              }}
            >
              {say('admin.people.change.short')}
            </Button>
          )
        }
      </PeopleList>
      {menu !== undefined && (
        <ContextMenu
          label={say('admin.people.change', { name: called(menu.person) })}
          items={itemsFor(menu.person)}
          at={menu.at}
          onClose={() => setMenu(undefined)}
        />
      )}
      {leaving !== undefined && (
        <Confirm
          title={say('admin.people.deactivate.title', { name: called(leaving) })}
          text={say('admin.people.deactivate.text')}
          problem={problem}
          confirm={say('admin.people.deactivate.do')}
          cancel={say('dialog.cancel')}
          onConfirm={() => void deactivate()}
          onClose={() => setLeaving(undefined)}
        />
      )}
    </ViewPane>
  );
}
