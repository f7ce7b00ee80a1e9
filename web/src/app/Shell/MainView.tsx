import { Suspense } from 'react';
import { part } from '../parts';
import type { Address } from '../../models/address';
import { Coming } from './Coming';

const Unreads = part(
  async () => (await import('../../features/views/Unreads/UnreadsView')).default,
);
const Threads = part(
  async () => (await import('../../features/threads/ThreadsView/ThreadsView')).default,
);
const Drafts = part(async () => (await import('../../features/views/Drafts/DraftsView')).default);
const Later = part(async () => (await import('../../features/later/LaterView/LaterView')).default);
const Search = part(
  async () => (await import('../../features/search/SearchView/SearchView')).default,
);
const People = part(
  async () => (await import('../../features/people/PeopleView/PeopleView')).PeopleView,
);
const Groups = part(
  async () => (await import('../../features/groups/GroupsView/GroupsView')).GroupsView,
);
const AdminPeople = part(
  async () => (await import('../../features/admin/AdminPeople/AdminPeople')).AdminPeople,
);

const views = [
  'unreads',
  'threads',
  'drafts',
  'later',
  'people',
  'groups',
  'admin',
  'search',
] as const;

export type ViewAddress = Extract<Address, { view: (typeof views)[number] }>;

/** Whether an address shows something else than a conversation in the middle. */
export function isView(address: Address): address is ViewAddress {
  return views.some((view) => view === address.view);
}

/** A view in place of a conversation; each is fetched when it is first needed. */
export function MainView({ address }: { address: ViewAddress }) {
  return <Suspense fallback={<Coming />}>{viewOf(address)}</Suspense>;
}

function viewOf(address: ViewAddress) {
  switch (address.view) {
    case 'unreads':
      return <Unreads />;
    case 'threads':
      return <Threads />;
    case 'drafts':
      return <Drafts />;
    case 'later':
      return <Later />;
    case 'people':
      return <People />;
    case 'groups':
      return <Groups />;
    case 'admin':
      return <AdminPeople />;
    case 'search': {
      const { query, channel, tab } = address;
      return <Search query={query} channel={channel} tab={tab} />;
    }
  }
}
