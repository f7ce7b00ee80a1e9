import { expect, test } from '@playwright/test';
import { expectAccessible } from './axe';
import { composer, link, newCompany, operate, fillSignIn, row, say, said, signIn } from './people';

test('a session that ran out is begun again in place: what was written and sent is kept', async ({
  browser,
}) => {
  const company = await newCompany('expired');
  const alice = await signIn(browser, company, 'alice');
  const bob = await signIn(browser, company, 'bob');
  await link(alice, 'random').click();
  await link(bob, 'random').click();
  await say(alice, 'Before');
  await expect(row(bob, 'Before')).toBeVisible();

  await alice.context().clearCookies();
  await say(alice, 'Sent 1');
  const dialog = alice.getByRole('dialog', { name: 'Sign in again' });
  await expect(dialog).toBeVisible();
  await expectAccessible(alice, 'sign in again');
  for (const key of ['Escape', 'Escape']) await alice.keyboard.press(key);
  await expect(dialog).toBeVisible();
  await expect(row(alice, 'Before')).toBeVisible();

  const submit = async (email: string, password: string) => {
    await dialog.getByLabel('Mail').fill(email);
    await dialog.getByLabel('Password', { exact: true }).fill(password);
    await dialog.getByRole('button', { name: 'Sign in', exact: true }).click();
  };
  await submit('alice@expired.test', 'not the password');
  await expect(dialog.getByRole('alert')).toContainText('Mail or password is wrong');
  await submit('bob@expired.test', 'correct horse battery');
  await expect(dialog.getByRole('alert')).toContainText('That is another account.');
  await submit('alice@expired.test', 'correct horse battery');

  await expect(dialog).toHaveCount(0);
  await expect(row(bob, 'Sent 1')).toBeVisible();
  await say(alice, 'Sent 2');
  await expect(row(bob, 'Sent 2')).toBeVisible();
  expect(await said(bob, /Sent \d/)).toEqual(['Sent 1', 'Sent 2']);
  await expect(alice).toHaveURL(/\/c\/C/);

  // Whoever has no password at hand leaves; nothing of theirs stays behind.
  await composer(alice).fill('A secret thought');
  await alice.context().clearCookies();
  await composer(alice).press('Enter');
  await dialog.getByRole('button', { name: 'Sign out' }).click();
  await expect(alice.getByLabel('Mail')).toBeVisible();
  await expect(alice.getByText('Before')).toHaveCount(0);
});

test('who has several workspaces by one address and password chooses the one to enter', async ({
  browser,
}) => {
  const first = await newCompany('choice-one');
  const second = await newCompany('choice-two');
  const email = `alice@${first.slug}.test`;
  const password = 'correct horse battery';
  const person = { name: 'alice-two', real_name: 'Alice Two', email, password };
  await operate('user.create', { workspace: second.slug, ...person });
  const page = await (await browser.newContext()).newPage();
  await page.goto(first.url);
  await fillSignIn(page, email);
  await expect(page.getByRole('heading', { name: 'Choose a workspace' })).toBeVisible();
  const choices = page.getByRole('listitem').getByRole('button');
  await expect(choices).toHaveCount(2);
  await expect(choices.first()).toBeFocused();
  await expectAccessible(page, 'the choice of a workspace');

  // Without an answer one is told, and can try again.
  await page.context().setOffline(true);
  await choices.filter({ hasText: 'choice-two' }).click();
  await expect(page.getByText(/^The server does not answer/)).toBeVisible();
  await page.context().setOffline(false);
  await choices.filter({ hasText: 'choice-two' }).click();
  await expect(composer(page)).toBeVisible();
  await say(page, 'In the second one');
  const bob = await signIn(browser, second, 'bob');
  await expect(row(bob, 'In the second one')).toBeVisible();
  await page.reload();
  await expect(row(page, 'In the second one')).toBeVisible();
});
