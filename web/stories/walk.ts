import { expect, type Locator, type Page } from '@playwright/test';
import { above, place, shut, visit, type View } from './views';

const heading = (name: string) => (page: Page) =>
  page.getByRole('heading', { level: 1, name, exact: true });
const dialog = (name: string) => (page: Page) => page.getByRole('dialog', { name, exact: true });
const press = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name }).first().click();
/** The last message that somebody wrote. */
const last = (page: Page) =>
  page.locator('main [role=article][aria-labelledby*="-author"]:not([data-kind=pending])').last();

const details = (tab: string, whole: (page: Page) => Locator) =>
  place(
    `details-${tab}`,
    ({ channel }) => `/c/${channel}/details/${tab}`,
    (page) => whole(page),
  );
const settings = (section: string) =>
  place(`settings-${section}`, () => `/settings/${section}`, dialog('Preferences'));

export const conversation = place(
  'conversation',
  ({ channel }) => `/c/${channel}`,
  (page) => page.locator('main').getByRole('article'),
);
export const sidebar: View = {
  name: 'sidebar',
  show: async (page, at) => {
    await shut(page);
    await visit(page, at, '');
    await expect(page.getByRole('navigation', { name: 'Conversations' })).toBeVisible();
  },
};
const thread = place(
  'thread',
  ({ channel, thread: ts }) => `/c/${channel}/t/${ts}`,
  (page) => page.locator('[data-region=pane]').getByRole('article').nth(1),
);
const profile = place(
  'profile',
  ({ person }) => `/people/${person}`,
  (page) => page.locator('[data-region=pane]').getByText('Local time'),
);
const own = place(
  'profile-own',
  ({ self }) => `/people/${self}`,
  (page) => page.locator('[data-region=pane]').getByText('Local time'),
);
const groups = place('groups', () => '/groups', heading('Groups'));
const emojiSettings = settings('emoji');

/** Conversations and what stands beside and above them. */
const talk: readonly View[] = [
  conversation,
  {
    name: 'message-toolbar',
    show: async (page, at) => {
      await conversation.show(page, at);
      // Bringing the message into sight moves it, maybe from under the pointer.
      await expect(async () => {
        await page.mouse.move(0, 0);
        await last(page).hover({ timeout: 5000 });
        await expect(last(page).getByRole('toolbar')).toBeVisible({ timeout: 1000 });
      }).toPass({ timeout: 15_000 });
    },
  },
  above('message-menu', conversation, async (page) => {
    await last(page).focus();
    await page.keyboard.press('Enter');
  }),
  above('emoji-picker', conversation, async (page) => {
    await last(page).focus();
    await page.keyboard.press('r');
    await expect(page.getByRole('option').first()).toBeVisible();
  }),
  above('profile-card', conversation, async (page) => {
    await last(page).focus();
    await page.keyboard.press('Space');
    await expect(page.getByRole('dialog').getByText('Local time')).toBeVisible();
  }),
  {
    name: 'editor-toolbar',
    show: async (page, at) => {
      await conversation.show(page, at);
      const show = page.getByRole('button', { name: 'Show formatting' });
      if (await show.isVisible()) await show.click();
      await expect(page.getByRole('toolbar', { name: 'Formatting' })).toBeVisible();
    },
  },
  above('editor-link', conversation, async (page) => {
    await page.getByRole('region', { name: 'Composer' }).getByRole('textbox').focus();
    await page.keyboard.press('Control+Shift+U');
  }),
  thread,
  details('about', (page) => page.getByText('Channel ID')),
  details('members', (page) => page.locator('[data-region=pane] [aria-posinset]')),
  details('pins', (page) => page.locator('[data-region=pane]').getByText(/pinned|Pinned/)),
  details('settings', (page) => page.getByText('Privacy')),
  above(
    'add-people',
    details('members', (page) => page.getByLabel('Find people')),
    (page) => press(page, 'Add people'),
  ),
  profile,
  own,
  above('profile-edit', own, (page) => press(page, 'Edit profile')),
  above('profile-picture', own, async (page) => {
    await press(page, 'Edit profile');
    await press(page, 'Change picture');
  }),
];

/** Views in place of a conversation. */
const lists: readonly View[] = [
  place('threads', () => '/threads', heading('Threads')),
  place('unreads', () => '/unreads', heading('Unreads')),
  place(
    'later',
    () => '/later',
    (page) => page.getByText(/^Saved$|^Nothing saved/),
  ),
  place(
    'drafts',
    () => '/drafts',
    (page) => page.getByRole('heading', { name: 'Scheduled' }),
  ),
  place('search', () => '/search', heading('Search')),
  place(
    'search-messages',
    ({ query }) => `/search?q=${encodeURIComponent(query)}`,
    (page) => page.getByRole('list', { name: 'Messages' }).getByRole('article'),
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
  above('group-edit', groups, (page) => press(page, 'New group')),
  place('admin-people', () => '/admin/people', heading('Roles and access')),
  above(
    'admin-role',
    place('admin-people', () => '/admin/people', heading('Roles and access')),
    (page) => press(page, /^Change the role/),
  ),
];

/** Dialogs and menus of the workspace. */
const dialogs: readonly View[] = [
  place(
    'browse',
    () => '/browse',
    (page) => page.getByRole('dialog').getByRole('listitem'),
  ),
  place('apps', () => '/apps', dialog('Apps')),
  above(
    'app-new',
    place('apps', () => '/apps', dialog('Apps')),
    (page) => press(page, 'New app'),
  ),
  ...['appearance', 'reading', 'writing', 'shortcuts', 'accessibility'].map(settings),
  ...['language', 'sessions', 'cache'].map(settings),
  emojiSettings,
  above('emoji-new', emojiSettings, (page) => press(page, 'Add an emoji')),
  above('jump', conversation, (page) => page.keyboard.press('Control+k')),
  above('jump-found', conversation, async (page) => {
    await page.keyboard.press('Control+k');
    await page.keyboard.type('an');
    await expect(page.getByRole('option').first()).toBeVisible();
  }),
  above('help', conversation, (page) => page.keyboard.press('Control+/')),
  sidebar,
  above('workspace-menu', sidebar, (page) => press(page, 'Workspace menu')),
  above('channel-create', sidebar, (page) => press(page, 'Create channel')),
  above('message-new', sidebar, (page) => press(page, 'New message')),
  above('self-menu', sidebar, (page) => press(page, /, active$|, away$|, not connected$/)),
  above('status', sidebar, async (page) => {
    await press(page, /, active$|, away$|, not connected$/);
    await page.getByRole('menuitem', { name: /status…$/ }).click();
  }),
  above('pause', sidebar, async (page) => {
    await press(page, /, active$|, away$|, not connected$/);
    await page.getByRole('menuitem', { name: /^Pause/ }).click();
  }),
  above('conversation-menu', sidebar, (page) =>
    page
      .getByRole('navigation', { name: 'Conversations' })
      .locator('a[data-id]')
      .first()
      .click({ button: 'right' }),
  ),
];

/** Everything that a signed-in person can look at. */
export const kinds = { talk, lists, dialogs } as const;
export const views: readonly View[] = Object.values(kinds).flat();
