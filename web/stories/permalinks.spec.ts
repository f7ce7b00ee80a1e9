import { expect, test, type Browser, type Page } from '@playwright/test';
import { markedOn, watchMarked } from './marked';
import { fillSignIn, newCompany, row } from './people';

/** Opens an address in a browser that knows nobody, and signs in where it asks. */
async function openAsStranger(browser: Browser, address: string, email: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await watchMarked(page);
  await page.goto(address);
  await fillSignIn(page, email);
  return page;
}

test('a permalink opened before one has signed in ends at its message, marked, with the focus', async ({
  browser,
}) => {
  const company = await newCompany('permalinks');
  const { call } = company.bob;
  const channel = company.channels.random;
  const { ts } = await call('chat.postMessage', { channel, text: 'Long ago' });
  for (let at = 1; at <= 120; at += 1) {
    await call('chat.postMessage', { channel, text: `Message ${at}` });
  }
  const reply = await call('chat.postMessage', { channel, thread_ts: ts, text: 'First reply' });
  for (let at = 1; at <= 60; at += 1) {
    await call('chat.postMessage', { channel, thread_ts: ts, text: `Reply ${at}` });
  }
  const linkOf = async (message_ts: unknown) => {
    const { permalink } = await call('chat.getPermalink', { channel, message_ts });
    return String(permalink);
  };
  const email = 'alice@permalinks.test';

  const atMessage = await openAsStranger(browser, await linkOf(ts), email);
  await expect(row(atMessage.getByRole('main'), 'Long ago')).toBeFocused();
  await expect(row(atMessage.getByRole('main'), 'Long ago')).toBeInViewport();
  expect(await markedOn(atMessage)).toEqual([ts]);

  const atReply = await openAsStranger(browser, await linkOf(reply.ts), email);
  await expect(row(atReply.getByRole('complementary'), 'First reply')).toBeFocused();
  await expect(row(atReply.getByRole('complementary'), 'First reply')).toBeInViewport();
  expect(await markedOn(atReply)).toEqual([reply.ts]);
});
