import { Ellipsis, MessageSquare } from 'lucide-react';
import { useCallback, useContext, useState } from 'react';
import { Link } from '../../../ui/Link/Link';
import { useWorkspace, useWorkspaceState } from '../../../app/context';
import '../../../i18n/enProfile';
import { useSay } from '../../../i18n/Texts';
import { formatAddress } from '../../../models/address';
import { isAdmin } from '../../../models/rank';
import type { UserId } from '../../../protocol/generated';
import actions from '../../../ui/Button/Actions.module.css';
import { Avatar } from '../../../ui/Avatar/Avatar';
import { FacesContext } from '../../../ui/Avatar/faces';
import { Button } from '../../../ui/Button/Button';
import { Menu } from '../../../ui/Menu/Menu';
import { NotThere } from '../../../ui/Pane/NotThere';
import { Pane } from '../../../ui/Pane/Pane';
import { LoadProblem } from '../../../ui/Problem/LoadProblem';
import { MessageSkeleton } from '../../../ui/Skeleton/Skeleton';
import { useToast } from '../../../ui/Toast/Toast';
import { useDelayed } from '../../../ui/useDelayed';
import { useNames } from '../../names';
import { EditProfile } from '../EditProfile/EditProfile';
import { FactList, NameFacts } from '../Facts/Facts';
import { useFields } from '../useFields';
import { usePresent } from '../usePresent';
import { useUser } from '../useUser';
import styles from './ProfilePane.module.css';

/** All there is to know of somebody, and for oneself the way to change it. */
export function ProfilePane({ id }: { id: UserId }) {
  const say = useSay();
  const toast = useToast();
  const name = useNames().person(id);
  const slug = useWorkspace().parts.team.domain;
  const self = useWorkspaceState((state) => state.people[state.self]);
  const { user, refusal, again } = useUser(id);
  const held = useFields(user);
  const active = usePresent(id);
  const known = useWorkspaceState((state) => state.people[id] !== undefined);
  const absent = user === undefined && refusal === 'user_not_found';
  const waits = user === undefined && refusal === undefined;
  const skeleton = useDelayed(waits, 150);
  const [editing, setEditing] = useState(false);
  const faceOf = useContext(FacesContext);
  const largeFace = useCallback((who: string) => faceOf(who)?.replace(/-72$/, '-512'), [faceOf]);
  const editable = user !== undefined && (id === self?.id || (isAdmin(self) && !user.is_bot));

  const copy = async (text: string) => {
    await navigator.clipboard.writeText(text);
    toast({ text: say('profile.copied') });
  };
  const items = [
    { id: 'mention', label: say('profile.copy.mention'), run: () => void copy(`@${name}`) },
    { id: 'id', label: say('profile.copy.id'), run: () => void copy(id) },
  ];
  return (
    <Pane title={say('profile.title')} note={known && <bdi>{name}</bdi>}>
      <NotThere text={absent ? say('profile.none') : undefined} />
      {!absent && (
        <div key={id} className={styles.body} aria-busy={waits}>
          <LoadProblem refusal={refusal} onRetry={again} />
          {skeleton && <MessageSkeleton />}
          {user !== undefined && (
            <>
              <div className={styles.face}>
                <FacesContext value={largeFace}>
                  <Avatar id={id} name={name} />
                </FacesContext>
              </div>
              <div>
                <NameFacts user={user} active={active} />
              </div>
              <div className={actions.actions}>
                {!user.deleted && (
                  <Link
                    href={formatAddress({ view: 'direct', slug, user: id })}
                    className={actions.action}
                  >
                    <MessageSquare size={16} strokeWidth={1.75} />
                    {say('profile.message')}
                  </Link>
                )}
                {editable && (
                  <Button onClick={() => setEditing(true)}>{say('profile.edit')}</Button>
                )}
                {'clipboard' in navigator && (
                  <Menu
                    label={say('profile.more', { name })}
                    items={items}
                    className={actions.action}
                  >
                    <Ellipsis size={16} strokeWidth={1.75} />
                  </Menu>
                )}
              </div>
              <FactList user={user} held={held} />
            </>
          )}
        </div>
      )}
      {editing && user !== undefined && (
        <EditProfile
          user={user}
          held={held}
          onClose={(changed) => {
            setEditing(false);
            if (changed) again();
          }}
        />
      )}
    </Pane>
  );
}
