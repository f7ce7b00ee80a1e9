import { expect } from '@playwright/test';
import { above, place, type View } from '../views';
import { heading, press } from './places';

const drafts = place(
  'drafts',
  () => '/drafts',
  (page) => page.getByRole('heading', { name: 'Scheduled' }),
);
const groups = place('groups', () => '/groups', heading('Groups'));

/** Views in place of a conversation. */
export const lists: readonly View[] = [
  place('threads', () => '/threads', heading('Threads')),
  place('unreads', () => '/unreads', heading('Unreads')),
  place(
    'later',
    () => '/later',
    (page) => page.getByText(/^Saved$|^Nothing saved/),
  ),
  drafts,
  above('scheduled-move', drafts, (page) => press(page, 'Change the time')),
  place('search', () => '/search', heading('Search')),
  place(
    'search-messages',
    ({ query }) => `/search?q=${encodeURIComponent(query)}`,
    (page) => page.getByRole('list', { name: 'Messages' }).getByRole('article'),
  ),
  place(
    'search-limited',
    ({ query, channel }) => `/search?q=${encodeURIComponent(query)}&in=${channel}`,
    (page) => page.getByRole('button', { name: 'Search everywhere' }),
  ),
  place(
    'search-people',
    () => '/search?q=a&tab=people',
    (page) => page.getByRole('list', { name: 'People' }).getByRole('listitem'),
  ),
  place(
    'search-channels',
    () => '/search?q=a&tab=channels',
    (page) => page.getByRole('list', { name: 'Channels' }).getByRole('listitem'),
  ),
  place(
    'search-nothing',
    () => '/search?q=zxqvw',
    (page) => page.getByText('Nothing matches'),
  ),
  above(
    'search-choices',
    place('search', () => '/search', heading('Search')),
    async (page) => {
      const field = page.getByRole('combobox');
      await field.click();
      await field.pressSequentially('from:');
    },
  ),
  place('people', () => '/people', heading('People')),
  groups,
  {
    name: 'group-people',
    show: async (page, at) => {
      await groups.show(page, at);
      const shut = page.getByRole('button', { name: /^Show who is in/, expanded: false });
      if ((await shut.count()) > 0) await shut.first().click();
      await expect(page.locator('main').getByRole('link', { name: /./ }).last()).toBeVisible();
    },
  },
  above('group-edit', groups, (page) => press(page, 'New group')),
  place('admin-people', () => '/admin/people', heading('Roles and access')),
  above(
    'admin-role',
    place('admin-people', () => '/admin/people', heading('Roles and access')),
    (page) => press(page, /^Change the role/),
  ),
];
