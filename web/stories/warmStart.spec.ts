import { expect, test, type Page } from '@playwright/test';
import { diskOf } from './disk';
import { link, newCompany, row, say, signIn } from './people';

const isOnDisk = async (page: Page, text: string) => (await diskOf(page, 'pages', text)).holds;

test('a reload shows what is on disk before the network answers', async ({ browser }) => {
  const company = await newCompany('warm');
  const alice = await signIn(browser, company, 'alice');
  await say(alice, 'Kept on disk');
  await expect.poll(() => isOnDisk(alice, 'Kept on disk')).toBe(true);

  // No call is answered.
  let calls = 0;
  let answer: () => void = () => undefined;
  const free = new Promise<void>((resolve) => (answer = resolve));
  await alice.route('**/api/**', async (route) => {
    calls += 1;
    await free;
    await route.continue();
  });
  await alice.reload();
  await expect(row(alice, 'Kept on disk')).toBeVisible();
  expect(calls).toBeGreaterThan(0);

  // Then all are, and what happened meanwhile follows.
  const { bob, channels } = company;
  await bob.call('chat.postMessage', { channel: channels.general, text: 'Good morning' });
  await expect(row(alice, 'Good morning')).toHaveCount(0);
  answer();
  await expect(row(alice, 'Good morning')).toBeVisible();
  await expect(row(alice, 'Kept on disk')).toHaveCount(1);
});

test('a conversation that was read before opens from the disk without a network', async ({
  browser,
}) => {
  const company = await newCompany('from-disk');
  const { bob, channels } = company;
  const alice = await signIn(browser, company, 'alice');
  await link(alice, 'random').click();
  await say(alice, 'Written in random');
  await expect.poll(() => isOnDisk(alice, 'Written in random')).toBe(true);
  await link(alice, 'general').click();
  await say(alice, 'Written in general');
  await expect.poll(() => isOnDisk(alice, 'Written in general')).toBe(true);
  await alice.reload();
  await expect(row(alice, 'Written in general')).toBeVisible();

  // What is said meanwhile where nobody looks belongs to what is on disk.
  const said = { channel: channels.random, text: 'Said behind the back' };
  await bob.call('chat.postMessage', said);
  await expect(link(alice, 'random, unread')).toBeVisible();
  await alice.route('**/api/client.history', (route) => route.abort());
  await link(alice, 'random, unread').click();

  await expect(row(alice, 'Written in random')).toBeVisible();
  await expect(row(alice, 'Said behind the back')).toHaveCount(1);
});
