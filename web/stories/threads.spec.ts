import { expect, test, type Page } from '@playwright/test';
import { expectAccessible } from './axe';
import { newCompany, picture, say, signIn } from './people';

const pane = (page: Page) => page.locator('[data-region=pane]');
const inList = (page: Page, text: string) =>
  page.locator('main').getByRole('article').filter({ hasText: text });
const inThread = (page: Page, text: string) =>
  pane(page).getByRole('article').filter({ hasText: text });

async function reply(page: Page, text: string): Promise<void> {
  const field = pane(page).getByRole('region', { name: 'Reply' }).getByRole('textbox');
  await field.fill(text);
  await field.press('Enter');
}

test('a thread goes on live in two browsers, and the channel hears of it', async ({ browser }) => {
  const company = await newCompany('threads-co');
  const [alice, bob] = [
    await signIn(browser, company, 'alice'),
    await signIn(browser, company, 'bob'),
  ];
  await say(alice, 'Where shall we meet?');
  await expect(inList(bob, 'Where shall we meet?')).toBeVisible();

  // Bob replies beside the conversation; Alice, who wrote the message, is told.
  await inList(bob, 'Where shall we meet?').hover();
  await inList(bob, 'Where shall we meet?')
    .getByRole('button', { name: /Reply in thread/ })
    .click();
  await expect(pane(bob).getByText('No replies yet.')).toBeVisible();
  await reply(bob, 'At the lake');
  await expect(inThread(bob, 'At the lake')).toHaveCount(1);
  const line = inList(alice, 'Where shall we meet?').getByRole('button', { name: /1 reply/ });
  await expect(line).toContainText('Unread replies');
  await expect(inList(alice, 'At the lake')).toHaveCount(0);

  // She opens it, has read it, and answers so that the channel sees it too.
  await line.click();
  await expect(inThread(alice, 'At the lake')).toBeVisible();
  await expect(line).not.toContainText('Unread replies');
  await pane(alice).getByLabel('Also send to #general').check();
  await reply(alice, 'At noon then');
  await expect(inThread(bob, 'At noon then')).toBeVisible();
  await expect(inList(bob, 'At noon then')).toContainText(
    'replied in thread: Where shall we meet?',
  );
  await expect(pane(alice).getByLabel('Also send to #general')).not.toBeChecked();
  await picture(alice, 'thread');
  await expectAccessible(alice, 'a thread beside its conversation');

  // Among her threads it stands with its last replies; what is new there is counted.
  await reply(bob, 'I bring the boat');
  await expect(inThread(alice, 'I bring the boat')).toBeVisible();
  await alice.getByRole('link', { name: /^Threads/ }).click();
  await expect(alice.getByRole('region', { name: /Thread in/ })).toContainText('I bring the boat');
  await expectAccessible(alice, 'the threads that one follows');
  await picture(alice, 'threads');
  await alice.goBack();

  // The address holds it; what is left of a deleted message still leads there.
  await bob.reload();
  await expect(inThread(bob, 'At noon then')).toBeVisible();
  await inList(alice, 'Where shall we meet?').first().focus();
  await alice.keyboard.press('Delete');
  await alice.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  await expect(inList(bob, 'Message deleted').getByText('3 replies')).toBeVisible();
  await expect(inThread(bob, 'Message deleted')).toBeVisible();
  await pane(bob).getByRole('button', { name: /Close/ }).click();
  await expect(pane(bob)).toHaveCount(0);
});

test('on a narrow window one thing is shown at a time, and back leads back', async ({
  browser,
}) => {
  const company = await newCompany('narrow-threads');
  const { call } = company.bob;
  const channel = company.channels.general;
  const { ts } = await call('chat.postMessage', { channel, text: 'A question' });
  await call('chat.postMessage', { channel, text: 'An answer', thread_ts: ts });
  const page = await signIn(browser, company, 'alice');
  await expect(inList(page, 'A question')).toBeVisible();
  await page.setViewportSize({ width: 390, height: 844 });
  await inList(page, 'A question')
    .getByRole('button', { name: /1 reply/ })
    .click();
  await expect(inThread(page, 'An answer')).toBeVisible();
  await expect(page.getByRole('main', { name: 'Thread' })).toBeVisible();
  await picture(page, 'thread-narrow');
  await expectAccessible(page, 'a thread on a narrow window');
  await page.goBack();
  await expect(pane(page)).toHaveCount(0);
  await expect(inList(page, 'A question')).toBeVisible();
});

test('an address leads to a message of long ago, which takes the focus', async ({ browser }) => {
  const company = await newCompany('far-jump');
  const { call } = company.bob;
  const channel = company.channels.general;
  const { ts } = await call('chat.postMessage', { channel, text: 'Long ago' });
  for (let at = 1; at <= 120; at += 1) {
    await call('chat.postMessage', { channel, text: `Message ${at}` });
  }
  const page = await signIn(browser, company, 'alice');
  await expect(inList(page, 'Message 1').first()).toBeVisible();
  await expect(page.getByRole('button', { name: /new messages since/ })).toHaveCount(0);
  await page.goto(`${company.url}/w/${company.slug}/c/${channel}/p/${String(ts)}`);
  await expect(inList(page, 'Long ago')).toBeFocused();
  await expect(inList(page, 'Long ago')).toBeInViewport();

  // So does one to a reply, and nobody is told meanwhile that it is gone.
  const first = await call('chat.postMessage', { channel, thread_ts: ts, text: 'First reply' });
  for (let at = 1; at <= 80; at += 1) {
    await call('chat.postMessage', { channel, thread_ts: ts, text: `Reply ${at}` });
  }
  const thread = `${company.url}/w/${company.slug}/c/${channel}/t/${String(ts)}`;
  await page.goto(`${thread}/p/${String(first.ts)}`);
  await expect(inThread(page, 'First reply')).toBeFocused();
  await expect(page.getByText('This message was deleted.')).toHaveCount(0);
});
