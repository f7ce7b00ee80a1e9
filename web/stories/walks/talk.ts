import { expect, type Locator, type Page } from '@playwright/test';
import { above, place, type View } from '../views';
import { conversation, press } from './places';

/** The last message that somebody wrote. */
const last = (page: Page) =>
  page.locator('main [role=article][aria-labelledby*="-author"]:not([data-kind=pending])').last();

const details = (tab: string, whole: (page: Page) => Locator) =>
  place(
    `details-${tab}`,
    ({ channel }) => `/c/${channel}/details/${tab}`,
    (page) => whole(page),
  );

const about = details('about', (page) => page.getByText('Channel ID'));
const channelSettings = details('settings', (page) => page.getByText('Privacy'));
const direct = place(
  'direct',
  ({ direct: channel }) => `/c/${channel}`,
  (page) => page.locator('main [data-person^=S]'),
);
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

/** Conversations and what stands beside and above them. */
export const talk: readonly View[] = [
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
  about,
  above('bookmark-add', about, (page) => press(page, 'Add a bookmark')),
  above('bookmark-edit', conversation, async (page) => {
    await press(page, /^Change or remove/);
    await page.getByRole('menuitem', { name: 'Edit…' }).click();
  }),
  details('members', (page) => page.locator('[data-region=pane] [aria-posinset]')),
  details('pins', (page) => page.locator('[data-region=pane]').getByText(/pinned|Pinned/)),
  channelSettings,
  above('archive', channelSettings, (page) => press(page, 'Archive channel')),
  place(
    'details-direct',
    ({ direct: channel }) => `/c/${channel}/details/about`,
    (page) => page.getByRole('region', { name: 'People' }).getByRole('link'),
  ),
  above('group-card', direct, async (page) => {
    await page.locator('main [data-person^=S]').hover();
    await expect(page.getByRole('dialog').getByRole('listitem').first()).toBeVisible();
  }),
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
