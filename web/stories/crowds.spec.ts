import { expect, test } from '@playwright/test';
import { expectAccessible } from './axe';
import { composer, link, newCompany, operate, row, say, signIn } from './people';

test('before many are notified one is asked, and what was written stays if one is not sure', async ({
  browser,
}) => {
  const company = await newCompany('many-people');
  await Promise.all(
    Array.from({ length: 50 }, (_, at) =>
      operate('user.create', { workspace: company.slug, name: `crew-${at}` }),
    ),
  );
  const alice = await signIn(browser, company, 'alice');
  const bob = await signIn(browser, company, 'bob');
  await expect(composer(alice)).toHaveAttribute('contenteditable', 'true');
  await composer(alice).focus();
  await alice.keyboard.type('Fire drill @channel');
  await expect(alice.getByRole('option').first()).toContainText('channel');
  await alice.keyboard.press('Enter');
  await alice.keyboard.press('Enter');
  const asks = alice.getByRole('dialog', { name: 'Notify so many?' });
  await expect(asks).toContainText('This notifies 51 people.');
  await expectAccessible(alice, 'before many are notified');
  await alice.keyboard.press('Escape');
  await expect(asks).toHaveCount(0);
  await expect(composer(alice)).toBeFocused();
  await expect(composer(alice)).toContainText('Fire drill @channel');
  await expect(row(bob, 'Fire drill')).toHaveCount(0);

  await alice.keyboard.press('Enter');
  await asks.getByRole('button', { name: 'Send' }).click();
  await expect(row(bob, 'Fire drill')).toBeVisible();
  await expect(composer(alice)).toHaveText('');
});

test('of more channels than a sidebar draws each can be reached, and is in sight after a reload', async ({
  browser,
}) => {
  const company = await newCompany('many-channels');
  const names = Array.from({ length: 210 }, (_, at) => `zoo-${at + 100}`);
  for (let at = 0; at < names.length; at += 10) {
    const some = names.slice(at, at + 10);
    await Promise.all(some.map((name) => company.bob.call('conversations.create', { name })));
  }
  const bob = await signIn(browser, company, 'bob');
  const sidebar = bob.getByRole('navigation', { name: 'Conversations' });
  await expect(link(bob, 'zoo-100')).toBeVisible();
  await expect(link(bob, 'zoo-309')).toHaveCount(0);
  await expectAccessible(bob, 'a sidebar of many channels');

  await link(bob, 'zoo-100').hover();
  await expect(async () => {
    await bob.mouse.wheel(0, 4000);
    await expect(link(bob, 'zoo-309')).toBeInViewport({ timeout: 500 });
  }).toPass({ timeout: 15_000 });
  expect(await sidebar.locator('a[data-id]').count()).toBeLessThan(120);
  await link(bob, 'zoo-309').click();
  await say(bob, 'All the way down here');
  await expect(row(bob, 'All the way down here')).toHaveAttribute('data-ts', /./);

  await bob.reload();
  await expect(row(bob, 'All the way down here')).toBeVisible();
  await expect(link(bob, 'zoo-309')).toBeInViewport();
  // Arrows walk on into what was not drawn before.
  await link(bob, 'zoo-309').focus();
  for (let at = 0; at < 40; at += 1) await bob.keyboard.press('ArrowUp');
  await expect(link(bob, 'zoo-269')).toBeFocused();
});
