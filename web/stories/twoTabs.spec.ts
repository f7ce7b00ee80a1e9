import { expect, test } from '@playwright/test';
import { diskOf } from './disk';
import { composer, link, newCompany, row, said, say, signIn } from './people';

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
