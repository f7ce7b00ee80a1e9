import { useState } from 'react';
import { useWorkspaceState } from '../../../app/context';
import '../../../i18n/enGroups';
import { useSay } from '../../../i18n/Texts';
import { isAdmin } from '../../../models/rank';
import { compareTitles } from '../../../models/titles';
import type { Usergroup } from '../../../protocol/generated';
import { Button } from '../../../ui/Button/Button';
import { LoadProblem } from '../../../ui/Problem/LoadProblem';
import { SidebarSkeleton } from '../../../ui/Skeleton/Skeleton';
import { useDelayed } from '../../../ui/useDelayed';
import { PeopleTabs } from '../../people/PeopleTabs/PeopleTabs';
import { useAct } from '../../useAct';
import { Note, ViewPane } from '../../views/ViewPane/ViewPane';
import { GroupDialog } from '../GroupDialog/GroupDialog';
import { useGroups } from '../useGroups';
import { GroupPeople } from './GroupPeople';
import styles from './GroupsView.module.css';

/** The groups of people that can be mentioned by one name; admins change them. */
export function GroupsView() {
  const say = useSay();
  const { act, problem } = useAct();
  const { groups, refusal, again } = useGroups();
  const admin = useWorkspaceState(({ people, self }) => isAdmin(people[self]));
  const skeleton = useDelayed(groups === undefined && refusal === undefined, 150);
  const [edited, setEdited] = useState<{ group: Usergroup | undefined }>();
  const [shown, setShown] = useState<string>();
  const sorted = groups?.toSorted((one, two) => {
    const off = Number(one.date_delete !== 0) - Number(two.date_delete !== 0);
    return off || compareTitles(one.name, two.name);
  });
  const turn = async ({ id, date_delete }: Usergroup) => {
    const method = date_delete === 0 ? 'usergroups.disable' : 'usergroups.enable';
    if (await act(method, { usergroup: id })) again();
  };
  const create = admin && (
    <Button onClick={() => setEdited({ group: undefined })}>{say('groups.new')}</Button>
  );

  return (
    <ViewPane title={say('groups.title')} actions={create} above={<PeopleTabs current="groups" />}>
      <LoadProblem refusal={refusal} other={problem} onRetry={again} />
      {skeleton && <SidebarSkeleton />}
      {sorted?.length === 0 && <Note>{say('groups.none')}</Note>}
      <ul aria-label={say('groups.title')}>
        {sorted?.map((group) => (
          <li key={group.id} className={styles.group}>
            <div className={styles.head}>
              <button
                type="button"
                aria-label={say('groups.show', { name: group.name })}
                aria-expanded={shown === group.id}
                className={styles.open}
                onClick={() => setShown(shown === group.id ? undefined : group.id)}
              >
                <span className={styles.name}>
                  <bdi>{group.name}</bdi>
                  <bdi className={styles.handle}>{`@${group.handle}`}</bdi>
                </span>
                {group.description !== '' && <bdi className={styles.note}>{group.description}</bdi>}
                <span className={styles.note}>
                  {group.date_delete === 0
                    ? say('groups.count', { count: group.users.length })
                    : say('groups.disabled')}
                </span>
              </button>
              {admin && (
                <div className={styles.actions}>
                  <Button
                    aria-label={say('groups.edit', { name: group.name })}
                    onClick={() => setEdited({ group })}
                  >
                    {say('groups.edit.short')}
                  </Button>
                  <Button onClick={() => void turn(group)}>
                    {say(group.date_delete === 0 ? 'groups.disable' : 'groups.enable')}
                  </Button>
                </div>
              )}
            </div>
            {shown === group.id && <GroupPeople users={group.users} />}
          </li>
        ))}
      </ul>
      {edited !== undefined && (
        <GroupDialog
          group={edited.group}
          onClose={(changed) => {
            setEdited(undefined);
            if (changed) again();
          }}
        />
      )}
    </ViewPane>
  );
}
