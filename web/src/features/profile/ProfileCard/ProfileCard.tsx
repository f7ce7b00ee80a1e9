import '../../../i18n/enRefusals';
import { MessageSquare } from 'lucide-react';
import { Link } from '../../../ui/Link/Link';
import { useWorkspace, useWorkspaceState } from '../../../app/context';
import { refusalText, useSay } from '../../../i18n/Texts';
import { formatAddress } from '../../../models/address';
import type { UserId } from '../../../protocol/generated';
import { Avatar } from '../../../ui/Avatar/Avatar';
import { Problem } from '../../../ui/Problem/Problem';
import { useNames } from '../../names';
import { FactList, NameFacts } from '../Facts/Facts';
import actions from '../../../ui/Button/Actions.module.css';
import { usePresent } from '../usePresent';
import { useUser } from '../useUser';
import styles from './ProfileCard.module.css';

/** Who somebody is, in a few lines. */
export function ProfileCard({ id, onGone }: { id: UserId; onGone: () => void }) {
  const say = useSay();
  const name = useNames().person(id);
  const slug = useWorkspace().parts.team.domain;
  const { user, refusal } = useUser(id);
  const active = usePresent(id);
  const known = useWorkspaceState((state) => state.people[id] !== undefined);
  const absent = user === undefined && refusal === 'user_not_found';
  const why = absent ? say('profile.none') : refusal && refusalText(say, refusal);
  const waits = user === undefined && refusal === undefined;
  // Nobody is called by an id.
  const nameless = user === undefined && !known;
  if (nameless && !waits) return <Problem text={why} />;
  return (
    <>
      <div className={styles.head}>
        <div className={styles.face}>
          <Avatar id={id} name={nameless ? '' : name} />
        </div>
        <div className={styles.words}>
          {user !== undefined && <NameFacts user={user} active={active} />}
          {user === undefined && known && <bdi>{name}</bdi>}
        </div>
      </div>
      <Problem text={why} />
      {user !== undefined && <FactList user={user} held={undefined} />}
      {!nameless && (
        <div className={actions.actions}>
          {!absent && user?.deleted !== true && (
            <Link
              href={formatAddress({ view: 'direct', slug, user: id })}
              className={actions.action}
              onClick={onGone}
            >
              <MessageSquare size={16} strokeWidth={1.75} />
              {say('profile.message')}
            </Link>
          )}
          <Link
            href={formatAddress({ view: 'profile', slug, user: id })}
            className={actions.action}
            onClick={onGone}
          >
            {say('profile.open')}
          </Link>
        </div>
      )}
    </>
  );
}
