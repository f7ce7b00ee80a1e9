import { expect, test } from '@playwright/test';
import { byKeys } from './byKeys';
import { composer, link, newCompany, row, signIn } from './people';

test.describe.configure({ mode: 'parallel' });

test('everything of a day works by keys alone', async ({ browser }) => {
  const company = await newCompany('keyboard');
  const context = await browser.newContext();
  const page = await context.newPage();
  const { press, type, until, focused } = byKeys(page);
  await page.goto(company.url);

  // Sign in: the first field has the focus.
  await expect(page.getByLabel('Mail')).toBeFocused();
  await type('alice@keyboard.test');
  await press('Tab');
  await type('correct horse battery');
  await page.keyboard.press('Enter');
  await expect(composer(page)).toBeFocused();

  // To the other channel and into its composer.
  await until('Shift+Tab', () => focused('a[data-id]', 'general'));
  await press('ArrowDown');
  await expect(link(page, 'random')).toBeFocused();
  await press('Enter');
  await expect(page.getByRole('heading', { name: 'random' })).toBeVisible();
  await expect(composer(page)).toBeFocused();

  // Post, edit, delete.
  await type('Typed by keis');
  await press('Enter');
  await expect(row(page, 'Typed by keis')).toBeVisible();
  await expect(page.locator('[data-state]')).toHaveCount(0);
  await press('ArrowUp');
  await expect(row(page, 'Typed by').getByRole('textbox')).toBeFocused();
  await press('Backspace', 'Backspace');
  await type('ys');
  await press('Enter');
  await expect(row(page, 'Typed by keys')).toContainText('(edited)');
  await expect(composer(page)).toBeFocused();
  await press('Shift+Tab');
  await expect(row(page, 'Typed by keys')).toBeFocused();
  await press('Delete');
  await expect(page.getByRole('button', { name: 'Delete', exact: true })).toBeFocused();
  await press('Enter');
  await expect(row(page, 'Typed by keys')).toHaveCount(0);
});

test('a thread is opened, answered and left by keys alone', async ({ browser }) => {
  const company = await newCompany('keys-thread');
  const { bob, channels } = company;
  await bob.call('chat.postMessage', { channel: channels.general, text: 'Where do we meet?' });
  await bob.call('chat.postMessage', { channel: channels.general, text: 'And when?' });
  const page = await signIn(browser, company, 'alice');
  const { press, type, until, focused } = byKeys(page);
  await expect(row(page, 'And when?')).toBeVisible();
  await expect(composer(page)).toBeFocused();

  await press('Shift+Tab', 'ArrowUp');
  await expect(row(page, 'Where do we meet?')).toBeFocused();
  await press('t');
  const pane = page.locator('[data-region=pane]');
  const field = pane.getByRole('textbox');
  await expect(field).toBeFocused();
  await type('At the lake');
  await until('Tab', () => focused('input[type=checkbox]'));
  await press('Space');
  await until('Shift+Tab', () => focused('[contenteditable=true], textarea'));
  await press('Enter');
  await expect(pane.getByRole('article').filter({ hasText: 'At the lake' })).toBeVisible();
  await expect(page.locator('main').getByText('replied in thread:')).toBeVisible();
  await until('Shift+Tab', () => focused('[role=article]', 'At the lake'));
  await press('ArrowUp', '1');
  await expect(pane.getByRole('button', { name: /^Alice reacted/ })).toBeVisible();
  await until('Shift+Tab', () => focused('button', 'Close'));
  await press('Enter');
  await expect(pane).toHaveCount(0);
});

test('a message is reacted to, saved, pinned and marked unread by keys alone', async ({
  browser,
}) => {
  const company = await newCompany('keys-message');
  const { bob, channels } = company;
  await bob.call('chat.postMessage', { channel: channels.general, text: 'The plan' });
  const page = await signIn(browser, company, 'alice');
  const { press, type } = byKeys(page);
  const plan = row(page, 'The plan');
  await expect(plan).toBeVisible();

  await press('Shift+Tab');
  await expect(plan).toBeFocused();
  await press('r');
  await expect(page.getByRole('combobox', { name: 'Search emoji' })).toBeFocused();
  await type('rocket');
  await press('Enter');
  await expect(plan.getByRole('button', { name: /reacted with :rocket:/ })).toBeVisible();
  await expect(plan).toBeFocused();
  await press('a', 'p');
  await expect(plan.getByText('Saved for later').first()).toBeAttached();

  // All of it is in the menu, by its first letters too.
  await press('Enter');
  await expect(page.getByRole('menuitem', { name: 'Reply in thread' })).toBeFocused();
  await press('m');
  await expect(page.getByRole('menuitem', { name: /^Mark unread/ })).toBeFocused();
  await press('Enter');
  await expect(link(page, 'general, unread')).toBeVisible();

  // What is saved and pinned is found where it belongs.
  await press('Control+Shift+S');
  await expect(page.getByRole('heading', { name: 'Later', level: 1 })).toBeVisible();
  await expect(page.getByText('The plan')).toBeVisible();
});

test('things are found by keys alone', async ({ browser }) => {
  const company = await newCompany('keys-find');
  const { bob, channels } = company;
  await bob.call('chat.postMessage', { channel: channels.random, text: 'A needle in the hay' });
  const page = await signIn(browser, company, 'alice');
  const { press, type, until, focused } = byKeys(page);

  await press('Control+k');
  await expect(page.getByRole('dialog')).toBeVisible();
  await type('rand');
  await press('Enter');
  await expect(page.getByRole('heading', { name: 'random' })).toBeVisible();
  await expect(composer(page)).toBeFocused();
  await press('Control+k');
  await expect(page.getByRole('dialog')).toBeVisible();
  await press('Enter');
  await expect(page.getByRole('heading', { name: 'general' })).toBeVisible();

  await press('Control+g');
  await expect(page.getByRole('combobox', { name: /^Search messages/ })).toBeFocused();
  await type('needle');
  await press('Enter');
  await expect(page.getByText('1 message, newest first')).toBeVisible();
  await until('Tab', () => focused('a', 'Bob'));
  await press('Enter');
  await expect(row(page, 'A needle in the hay')).toBeFocused();

  await press('Control+/');
  await expect(page.getByRole('dialog')).toBeVisible();
  await type('thread');
  await press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await press('Control+Shift+L');
  await expect(page.getByRole('dialog')).toBeVisible();
  await type('rand');
  // Behind the last of what is there Tab leaves the page.
  await expect(page.getByRole('dialog').getByRole('link')).toHaveText(['random']);
  await until('Tab', () => focused('dialog a', 'random'));
  await press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('a channel is made, people are added, preferences are changed by keys alone', async ({
  browser,
}) => {
  const company = await newCompany('keys-channel');
  const page = await signIn(browser, company, 'alice');
  const { press, type, until, focused } = byKeys(page);

  await press('Control+k');
  await expect(page.getByRole('dialog')).toBeVisible();
  await type('create channel');
  await press('Enter');
  await expect(page.getByRole('dialog', { name: 'Create channel' })).toBeVisible();
  await type('boats');
  await press('Enter');
  await expect(page.getByRole('heading', { name: 'boats' })).toBeVisible();
  await expect(composer(page)).toBeFocused();

  await until('Control+Shift+F6', () => focused('[data-region=header] *'));
  await until('Tab', () => focused('a', '1 member'));
  await press('Enter');
  await expect(page.getByLabel('Find people')).toBeVisible();
  await until('Tab', () => focused('button', 'Add people'));
  await press('Enter');
  await type('bob');
  await press('Enter');
  await until('Tab', () => focused('button', 'Add 1 person'));
  await press('Enter');
  await expect(page.getByText('2 members').first()).toBeVisible();
  await expect(page.getByRole('dialog')).toHaveCount(0);

  await press('Control+k');
  await expect(page.getByRole('dialog')).toBeVisible();
  await type('preferences');
  await press('Enter');
  await expect(page.getByRole('dialog', { name: 'Preferences' })).toBeVisible();
  await until('Tab', () => focused('input[type=radio]'));
  await press('ArrowDown', 'ArrowDown');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
});
