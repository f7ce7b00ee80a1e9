import { useWorkspace, useWorkspaceState } from '../../../app/context';
import '../../../i18n/enPeople';
import { useSay } from '../../../i18n/Texts';
import { formatAddress } from '../../../models/address';
import { isAdmin } from '../../../models/rank';
import { Tabs } from '../../../ui/Tabs/Tabs';

/** From the people to their groups, and for admins to what they are allowed. */
export function PeopleTabs({ current }: { current: 'people' | 'groups' | 'admin' }) {
  const say = useSay();
  const slug = useWorkspace().parts.team.domain;
  const admin = useWorkspaceState(({ people, self }) => isAdmin(people[self]));
  const tabs = [
    {
      id: 'people',
      text: say('people.tab.people'),
      href: formatAddress({ view: 'people', slug }),
    },
    {
      id: 'groups',
      text: say('people.tab.groups'),
      href: formatAddress({ view: 'groups', slug }),
    },
  ];
  const administration = {
    id: 'admin',
    text: say('people.tab.admin'),
    href: formatAddress({ view: 'admin', slug, section: 'people' }),
  };
  return (
    <Tabs
      label={say('people.tabs')}
      current={current}
      parts={admin ? [...tabs, administration] : tabs}
    />
  );
}
