import { expect, test } from '@playwright/test';
import { newCompany, operate, row, signIn, suite } from './people';

test('a screen reader hears who, what and when, new messages once and history not at all', async ({
  browser,
}) => {
  const company = await newCompany('labels');
  const { bob, channels, slug } = company;
  const channel = channels.general;
  const say = async (text: string, args = {}) =>
    (await bob.call('chat.postMessage', { channel, text, ...args })).ts;
  const ts = await say('Can we *ship*?');
  await bob.call('chat.update', { channel, ts, text: 'Can we *ship* :tada: <https://a.test|it>?' });
  await bob.call('reactions.add', { channel, timestamp: ts, name: '+1' });
  await bob.call('pins.add', { channel, timestamp: ts });
  await say('Yes', { thread_ts: ts });
  await say('- one\n```\nlet x = 1;\n```');
  const gone = await say('This goes');
  await say('What?', { thread_ts: gone });
  await bob.call('chat.delete', { channel, ts: gone });
  const made = await operate('webhook.create', { workspace: slug, channel: 'general' });
  const context = await browser.newContext({ locale: 'en-GB' });
  const page = await signIn(browser, company, 'alice', context);
  const live = page.getByRole('button', { name: 'Alice, active' });
  await expect(live).toBeVisible();
  const hook = { text: 'Build 7 is green', username: 'Builder' };
  await page.request.post(suite.url + String(made.path), { data: hook });
  await expect(row(page, 'Build 7 is green')).toBeVisible();
  const log = page.getByRole('log');
  await expect(log).toHaveText('Builder: Build 7 is green');

  await page.reload();
  await expect(row(page, 'Build 7 is green')).toBeVisible();
  const time = String.raw`\d\d:\d\d`;
  const wanted = [
    /^#general starts here\.$/,
    /^Bob joined$/,
    new RegExp(`^Bob Can we ship tada it\\? ${time}, edited, 1 reply, 1 reaction, Pinned$`),
    /^Bob pinned a message to this channel\.$/,
    new RegExp(`^Bob - one Copy code let x = 1; ${time}$`),
    /^Message deleted/,
    new RegExp(`^Builder Build 7 is green ${time}$`),
  ];
  const rows = page.getByRole('article');
  await expect(rows).toHaveCount(wanted.length);
  for (const [at, pattern] of wanted.entries()) {
    await expect(rows.nth(at)).toHaveAccessibleName(pattern);
  }

  await expect(live).toBeVisible();
  // What was there is not read out; what comes is, once.
  await expect(log).toHaveText('');
  await say('Fresh news');
  await expect(log).toHaveText('Bob: Fresh news');
  await expect(log).toHaveCount(1);
});
