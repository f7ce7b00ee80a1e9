import { expect, test } from '@playwright/test';
import { link, newCompany, row, said, say, signIn } from './people';

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
