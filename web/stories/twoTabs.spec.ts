import { expect, test } from '@playwright/test';
import { diskOf } from './disk';
import { composer, fillSignIn, link, newCompany, row, said, say, signIn } from './people';

test('two tabs of one person show each message once and share what was read', async ({
  browser,
}) => {
  const company = await newCompany('two-tabs');
  const { bob, channels } = company;
  const one = await signIn(browser, company, 'alice');
  const two = await one.context().newPage();
  await two.goto(company.url);
  await expect(link(two, 'general')).toBeVisible();

  // Each tab sends.
  await say(two, 'From tab 2');
  await expect(row(one, 'From tab 2')).toBeVisible();
  await one.bringToFront();
  await say(one, 'From tab 1');
  for (const tab of [one, two]) {
    await expect(row(tab, 'From tab 1')).toBeVisible();
    expect(await said(tab, /From tab \d/)).toEqual(['From tab 2', 'From tab 1']);
  }

  // Bob writes where neither looks: both tell.
  const text = '<!channel> lunch?';
  await bob.call('chat.postMessage', { channel: channels.random, text });
  for (const tab of [one, two]) await expect(link(tab, 'random, 1 new')).toBeVisible();

  // One reads it: both know.
  await link(one, 'random, 1 new').click();
  await expect(row(one, 'lunch?')).toBeVisible();
  await expect(link(one, 'random')).toBeVisible();
  await expect(link(two, 'random')).toBeVisible();
  await two.reload();
  await expect(link(two, 'random')).toBeVisible();
});

test('signing out in one tab ends the other at once, and nothing stays on the disk', async ({
  browser,
}) => {
  const company = await newCompany('signed-out');
  const one = await signIn(browser, company, 'alice');
  await one.clock.install();
  const two = await one.context().newPage();
  await two.goto(company.url);
  await link(two, 'random').click();
  await say(one, 'Kept on disk');
  await expect.poll(async () => (await diskOf(one, 'pages', 'Kept on disk')).holds).toBe(true);
  await composer(two).fill('A secret thought');
  await composer(two).pressSequentially(' :rocke');
  await expect(two.getByRole('option').first()).toContainText('rocket');
  await two.keyboard.press('Enter');
  await expect.poll(async () => (await diskOf(two, 'drafts', 'A secret thought')).holds).toBe(true);

  // The other tab does not wait for the server to hear of it.
  let hear: () => void = () => undefined;
  const heard = new Promise<void>((resolve) => (hear = resolve));
  await one.route('**/api/client.signOut', async (route) => {
    await heard;
    await route.continue();
  });
  await one.getByRole('button', { name: 'Workspace menu' }).click();
  await one.getByRole('menuitem', { name: 'Sign out' }).click();
  await expect(two.getByLabel('Mail')).toBeVisible();
  hear();

  for (const tab of [one, two]) {
    await expect(tab.getByLabel('Mail')).toBeVisible();
    await expect(tab.getByText('Kept on disk')).toHaveCount(0);
    await expect(tab.getByText('A secret thought')).toHaveCount(0);
  }
  await expect.poll(async () => (await diskOf(one, 'pages')).caches).toEqual([]);
  const kept = () => one.evaluate(() => Object.keys(localStorage));
  await expect.poll(kept).not.toContain('parley.ending');
  expect((await kept()).filter((key) => key !== 'parley.preferences')).toEqual([]);
  // Nor does it come back by a tab that was still writing, however late.
  await one.clock.fastForward(60_000);
  expect((await diskOf(one, 'pages')).caches).toEqual([]);
  await two.reload();
  await expect(two.getByLabel('Mail')).toBeVisible();
});

test('signed out without a network, a reload opens nothing', async ({ browser }) => {
  const company = await newCompany('signed-out-offline');
  const page = await signIn(browser, company, 'alice');
  await say(page, 'Nobody else may read this');
  const cut = (url: URL) => url.pathname.startsWith('/api/');
  await page.route(cut, (route) => route.abort());
  await page.getByRole('button', { name: 'Workspace menu' }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await expect(page.getByLabel('Mail')).toBeVisible();

  // The browser still has the cookie, until the network is back.
  await page.goto(company.url);
  await expect(page.getByText(/The server does not answer/)).toBeVisible();
  const ended = page.waitForResponse('**/api/client.signOut');
  await page.unroute(cut);
  expect(await (await ended).headerValue('clear-site-data')).toBe('"cache"');
  await expect(page.getByLabel('Mail')).toBeVisible();
  await page.goto(company.url);
  await expect(page.getByLabel('Mail')).toBeVisible();
  await expect(page.getByText('Nobody else may read this')).toHaveCount(0);
});

test('a tab that is asleep when another one signs out holds up no sign-in, and nothing stays for it', async ({
  browser,
}) => {
  const company = await newCompany('asleep');
  const one = await signIn(browser, company, 'alice');
  const two = await one.context().newPage();
  await two.goto(company.url);
  await say(two, 'Read before');
  await composer(two).fill('Half a thought');
  await expect.poll(async () => (await diskOf(two, 'drafts', 'Half a thought')).holds).toBe(true);
  await one.bringToFront();
  const devtools = await two.context().newCDPSession(two);
  await devtools.send('Page.setWebLifecycleState', { state: 'frozen' });
  // What is looked at without opening it, which would wait for the one that is asleep.
  const counts = await one.evaluateHandle(holdDisk);

  await one.getByRole('button', { name: 'Workspace menu' }).click();
  await one.getByRole('menuitem', { name: 'Sign out' }).click();
  await expect(one.getByLabel('Mail')).toBeVisible();
  await expect.poll(() => counts.evaluate((count) => count())).toBe(0);
  await fillSignIn(one, `alice@${company.slug}.test`);
  await expect(composer(one)).toBeVisible();
  await say(one, 'Back again');
  await expect(row(one, 'Back again')).toBeVisible();

  await devtools.send('Page.setWebLifecycleState', { state: 'active' });
  await expect(two.getByLabel('Mail')).toBeVisible();
  await expect(two.getByText('Read before')).toHaveCount(0);
  await expect(composer(one)).toBeVisible();
});

/** Runs in the page: counts what is in all stores, by a connection that stays open. */
async function holdDisk(): Promise<() => Promise<number>> {
  const done = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve) => (request.onsuccess = () => resolve(request.result)));
  const name = (await indexedDB.databases()).find((each) => each.name?.startsWith('parley:'))?.name;
  const disk = await done(indexedDB.open(name ?? ''));
  return async () => {
    const stores = [...disk.objectStoreNames];
    const reading = disk.transaction(stores);
    const counts = await Promise.all(stores.map((each) => done(reading.objectStore(each).count())));
    return counts.reduce((sum, count) => sum + count);
  };
}
