import { expect, test } from '@playwright/test';
import { diskOf } from './disk';
import { composer, fillSignIn, newCompany, operate, row, say, signIn } from './people';

test('whoever is deactivated while offline finds what was not sent when they are back, and nobody else does', async ({
  browser,
}) => {
  const company = await newCompany('shut-out');
  const { slug } = company;
  const alice = await signIn(browser, company, 'alice');
  const bob = await signIn(browser, company, 'bob');
  await say(alice, 'Read before');
  await expect(row(bob, 'Read before')).toBeVisible();
  const holds = async (store: string, words: string) => (await diskOf(bob, store, words)).holds;
  await expect.poll(() => holds('pages', 'Read before')).toBe(true);
  const shutOut = async () => {
    await operate('user.deactivate', { workspace: slug, user: 'bob' });
    await bob.context().setOffline(false);
    await expect(bob.getByText('This account is deactivated.')).toBeVisible();
    await expect(bob.getByLabel('Mail')).toBeVisible();
    await operate('user.reactivate', { workspace: slug, user: 'bob' });
  };

  await bob.context().setOffline(true);
  await say(bob, 'Written while away');
  await composer(bob).fill('Half a thought');
  await expect.poll(() => holds('drafts', 'Half a thought')).toBe(true);
  await shutOut();
  await expect.poll(() => holds('pages', 'Read before')).toBe(false);

  await fillSignIn(bob, `bob@${slug}.test`);
  await expect(composer(bob)).toHaveText('Half a thought');
  await expect(row(bob, 'Written while away')).toContainText(
    'Not sent: You were signed out before this was sent.',
  );
  await expect(row(alice, 'Written while away')).toHaveCount(0);
  await bob.getByRole('button', { name: 'Retry' }).click();
  await expect(row(alice, 'Written while away')).toBeVisible();

  // Somebody else signs in to the workspace at the same browser.
  await bob.context().setOffline(true);
  await say(bob, 'Not for others');
  await shutOut();
  expect(await holds('outbox', 'Not for others')).toBe(true);
  await fillSignIn(bob, `alice@${slug}.test`);
  await expect(composer(bob)).toBeVisible();
  await expect(bob.getByText('Not for others')).toHaveCount(0);
  expect(await holds('outbox', 'Not for others')).toBe(false);
});
