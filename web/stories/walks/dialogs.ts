import { expect } from '@playwright/test';
import { above, place, type View } from '../views';
import { conversation, dialog, press, sidebar } from './places';

const settings = (section: string) =>
  place(`settings-${section}`, () => `/settings/${section}`, dialog('Preferences'));

const emojiSettings = settings('emoji');

/** Dialogs and menus of the workspace. */
export const dialogs: readonly View[] = [
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
  above('emoji-rename', emojiSettings, (page) => press(page, /^Rename :/)),
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
