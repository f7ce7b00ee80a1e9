import { Link } from '../../../ui/Link/Link';
import { useWorkspace } from '../../../app/context';
import { useSay } from '../../../i18n/Texts';
import { formatAddress } from '../../../models/address';
import { compareTitles } from '../../../models/titles';
import type { UserId } from '../../../protocol/generated';
import { Avatar } from '../../../ui/Avatar/Avatar';
import { useNames } from '../../names';
import styles from './GroupsView.module.css';

interface GroupPeopleProps {
  users: readonly UserId[];
  onOpen?: (() => void) | undefined;
}

/** Who is in a group; each leads to the profile. */
export function GroupPeople({ users, onOpen }: GroupPeopleProps) {
  const say = useSay();
  const names = useNames();
  const slug = useWorkspace().parts.team.domain;
  if (users.length === 0) return <p className={styles.note}>{say('groups.nobody')}</p>;
  const sorted = users.toSorted((one, two) => compareTitles(names.person(one), names.person(two)));
  return (
    <ul className={styles.people}>
      {sorted.map((user) => (
        <li key={user}>
          <Link
            href={formatAddress({ view: 'profile', slug, user })}
            className={styles.person}
            onClick={onOpen}
          >
            <Avatar small id={user} name={names.person(user)} />
            <bdi>{names.person(user)}</bdi>
          </Link>
        </li>
      ))}
    </ul>
  );
}
