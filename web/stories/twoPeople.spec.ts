import { expect, test, type Browser, type Page } from '@playwright/test';
import { composer, operate, picture, row, said, say } from './people';

/** A page of its own that has nothing to complain about. */
async function newPage(browser: Browser, complaints: string[]): Promise<Page> {
  const context = await browser.newContext();
  const page = await context.newPage();
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().includes('ERR_INTERNET_DISCONNECTED'))
      complaints.push(message.text());
  });
  return page;
}

test('two people talk, change their minds, go away and come back', async ({ browser }) => {
  const complaints: string[] = [];
  const alice = await newPage(browser, complaints);

  // An empty server asks for its first workspace.
  await alice.goto('/');
  await expect(alice.getByLabel('Company')).toBeVisible();
  await picture(alice, 'setup');
  await alice.getByLabel('Company').fill('Acme');
  await alice.getByLabel('Your name').fill('Alice');
  await alice.getByLabel('Mail').fill('alice@acme.test');
  await alice.getByLabel('Password', { exact: true }).fill('correct horse battery');
  await alice.getByRole('button', { name: 'Create workspace' }).click();
  await expect(composer(alice)).toBeVisible();
  await say(alice, 'Is anybody here?');
  await expect(row(alice, 'Is anybody here?')).toBeVisible();

  // Bob signs in with the password he was given.
  await operate('user.create', {
    workspace: 'acme',
    name: 'bob',
    real_name: 'Bob',
    email: 'bob@acme.test',
    password: 'battery staple',
  });
  const bob = await newPage(browser, complaints);
  await bob.goto('/');
  await bob.getByLabel('Mail').fill('bob@acme.test');
  await bob.getByLabel('Password', { exact: true }).fill('battery staple');
  await bob.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(row(bob, 'Is anybody here?')).toBeVisible();

  // A message each way, at once.
  await say(bob, 'I am. Hello *Alice*!');
  await expect(row(alice, 'Hello Alice!')).toBeVisible();
  await say(alice, 'Hello Bob, a tpyo');
  await expect(row(bob, 'a tpyo')).toBeVisible();

  // Edit and delete reach the other screen.
  await composer(alice).press('ArrowUp');
  const edit = row(alice, 'Hello Bob').getByRole('textbox');
  await edit.fill('Hello Bob, a typo');
  await edit.press('Enter');
  await expect(row(bob, 'a typo')).toContainText('(edited)');
  await expect(row(bob, 'a tpyo')).toHaveCount(0);
  await say(alice, 'This will be gone');
  await expect(row(bob, 'This will be gone')).toBeVisible();
  await row(alice, 'This will be gone').focus();
  await alice.keyboard.press('Delete');
  await alice.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  await expect(row(bob, 'This will be gone')).toHaveCount(0);
  await expect(row(alice, 'This will be gone')).toHaveCount(0);
  await picture(bob, 'conversation');

  // A reload shows the same.
  await bob.reload();
  await expect(row(bob, 'a typo')).toBeVisible();
  await expect(row(bob, 'This will be gone')).toHaveCount(0);

  // Offline: sends wait, edits and deletes of the other are missed; then everything is caught up.
  await bob.context().setOffline(true);
  await say(bob, 'Sent while away 1');
  await say(bob, 'Sent while away 2');
  await say(bob, 'Sent while away 3');
  await say(alice, 'Are you still there?');
  await picture(bob, 'offline');
  await bob.context().setOffline(false);
  await expect(row(alice, 'Sent while away 3')).toBeVisible({ timeout: 45_000 });
  await expect(row(bob, 'Are you still there?')).toBeVisible({ timeout: 45_000 });
  expect(await said(alice, /Sent while away \d/)).toEqual([
    'Sent while away 1',
    'Sent while away 2',
    'Sent while away 3',
  ]);
  await picture(alice, 'caught-up');

  expect(complaints).toEqual([]);
});
