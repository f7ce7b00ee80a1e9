import { expect, test, type Route } from '@playwright/test';
import { newCompany, said, say, signIn, row } from './people';

test('what is said offline goes out once and in order, also across a reload in mid-queue', async ({
  browser,
}) => {
  const company = await newCompany('outbox');
  const alice = await signIn(browser, company, 'alice');
  const bob = await signIn(browser, company, 'bob');
  const texts = [1, 2, 3, 4, 5].map((number) => `Queued ${number}`);

  // Offline, five messages wait. Back online only the first gets through, and its answer is lost.
  let through = 0;
  const narrow = async (route: Route) => {
    if (through === 0) {
      through += 1;
      await route.fetch();
    }
    await route.abort('connectionreset');
  };
  await alice.context().setOffline(true);
  await alice.route('**/api/chat.postMessage', narrow);
  for (const text of texts) await say(alice, text);
  await alice.context().setOffline(false);
  await expect(row(bob, 'Queued 1')).toBeVisible();

  // In the middle of the queue the page is loaded anew; then the way is free.
  await alice.reload();
  for (const text of texts) await expect(row(alice, text)).toHaveCount(1);
  await alice.unroute('**/api/chat.postMessage', narrow);
  await expect(row(bob, 'Queued 5')).toBeVisible({ timeout: 45_000 });

  expect(await said(bob, /Queued \d/)).toEqual(texts);
  await expect.poll(() => said(alice, /Queued \d/)).toEqual(texts);
  await bob.reload();
  await expect(row(bob, 'Queued 5')).toBeVisible();
  expect(await said(bob, /Queued \d/)).toEqual(texts);
});
