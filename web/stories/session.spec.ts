import { expect, test } from '@playwright/test';
import { expectAccessible } from './axe';
import { composer, link, newCompany, row, say, said, signIn } from './people';

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
