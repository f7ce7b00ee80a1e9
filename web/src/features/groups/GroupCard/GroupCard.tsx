import '../../../i18n/enRefusals';
import { Link } from '../../../ui/Link/Link';
import { useWorkspace } from '../../../app/context';
import '../../../i18n/enGroups';
import { refusalText, useSay } from '../../../i18n/Texts';
import { formatAddress } from '../../../models/address';
import { Problem } from '../../../ui/Problem/Problem';
import facts from '../../profile/Facts/Facts.module.css';
import actions from '../../../ui/Button/Actions.module.css';
import { GroupPeople } from '../GroupsView/GroupPeople';
import { useGroups } from '../useGroups';

interface GroupCardProps {
  id: string;
  onGone: () => void;
}

const most = 12;

/** What a group is and who is in it, in a few lines. */
export function GroupCard({ id, onGone }: GroupCardProps) {
  const say = useSay();
  const slug = useWorkspace().parts.team.domain;
  const { groups, refusal } = useGroups();
  const group = groups?.find((each) => each.id === id);
  const gone = groups !== undefined && group === undefined;
  return (
    <>
      {group !== undefined && (
        <div>
          <div className={facts.name}>
            <bdi>{group.name}</bdi>
          </div>
          <p className={facts.sub}>
            <bdi>{`@${group.handle}`}</bdi>
          </p>
          <p className={facts.sub}>
            {group.date_delete === 0
              ? say('groups.count', { count: group.users.length })
              : say('groups.disabled')}
          </p>
          {group.description !== '' && <p dir="auto">{group.description}</p>}
        </div>
      )}
      {gone && <p>{say('groups.gone')}</p>}
      <Problem text={refusal === undefined ? undefined : refusalText(say, refusal)} />
      {group !== undefined && <GroupPeople users={group.users.slice(0, most)} onOpen={onGone} />}
      <div className={actions.actions}>
        <Link
          href={formatAddress({ view: 'groups', slug })}
          className={actions.action}
          onClick={onGone}
        >
          {say('groups.all')}
        </Link>
      </div>
    </>
  );
}
