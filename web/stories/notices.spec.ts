import { expect, test, type Locator } from '@playwright/test';
import { composer, link, newCompany, picture, row, say, signIn } from './people';

test.describe.configure({ mode: 'parallel' });

const desktop = { width: 1280, height: 800 };
const narrow = { width: 700, height: 800 };
const phone = { width: 390, height: 780 };
const text = "Files can't be sent yet. Send a link instead.";

const drop = (feed: Locator) =>
  feed.evaluate((element) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File(['x'], 'plan.png', { type: 'image/png' }));
    element.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer }));
  });

/** Whether a notice lies on none of these, and each of them is in the window. */
async function isFree(notice: Locator, kept: readonly Locator[]): Promise<boolean> {
  const told = await notice.locator('xpath=../..').boundingBox();
  const height = notice.page().viewportSize()?.height ?? 0;
  const boxes = await Promise.all(kept.map((each) => each.boundingBox()));
  return boxes.every(
    (box) =>
      told !== null &&
      box !== null &&
      box.y >= 0 &&
      box.y + box.height <= height &&
      (told.x + told.width <= box.x ||
        told.y + told.height <= box.y ||
        told.y >= box.y + box.height),
  );
}

test('a notice covers neither what was said last nor the field', async ({ browser }) => {
  const company = await newCompany('notices');
  const alice = await signIn(browser, company, 'alice');
  for (let at = 1; at <= 12; at += 1) await say(alice, `Message ${at}`);
  const last = row(alice, 'Message 12');
  await expect(last).toBeVisible();
  const notice = alice.getByText(text);
  for (const [name, size, hidden] of [
    ['beside', desktop, false],
    ['narrow', narrow, false],
    ['phone', phone, false],
    ['bare', desktop, true],
  ] as const) {
    await alice.setViewportSize(size);
    if (hidden) await alice.keyboard.press('Control+Shift+D');
    await expect(link(alice, 'random')).toHaveCount(hidden || size === phone ? 0 : 1);
    await drop(alice.locator('main [role=feed]'));
    await expect(notice).toBeVisible();
    expect(await isFree(notice, [last, composer(alice)]), name).toBe(true);
    for (const colorScheme of ['dark', 'light'] as const) {
      await alice.emulateMedia({ colorScheme });
      await picture(alice, `notice-${name}-${colorScheme}`);
    }
    await alice.getByRole('button', { name: 'Dismiss' }).click();
  }
});

test('a notice covers nothing of a short thread, also where the thread is all that is shown', async ({
  browser,
}) => {
  const company = await newCompany('notices-thread');
  const alice = await signIn(browser, company, 'alice');
  // Not one that is on its way, which has no thread yet.
  const { bob, channels } = company;
  await bob.call('chat.postMessage', { channel: channels.general, text: 'Where to?' });
  await expect(row(alice, 'Where to?')).toBeVisible();
  await row(alice, 'Where to?').focus();
  await alice.keyboard.press('t');
  const pane = alice.locator('[data-region=pane]');
  const field = pane.getByRole('textbox');
  await field.fill('To the lake');
  await field.press('Enter');
  await expect(row(pane, 'To the lake')).toBeVisible();
  const kept = [row(pane, 'Where to?'), row(pane, 'To the lake'), field];
  const notice = alice.getByText(text);
  for (const [name, size, hidden] of [
    ['beside', desktop, false],
    ['phone', phone, false],
    ['small', { width: 360, height: 640 }, false],
    ['wide phone', { width: 430, height: 930 }, false],
    ['bare and narrow', narrow, true],
  ] as const) {
    await alice.setViewportSize(size);
    if (hidden) await alice.keyboard.press('Control+Shift+D');
    await drop(pane.getByRole('feed'));
    await expect(notice).toBeVisible();
    expect(await isFree(notice, kept), name).toBe(true);
    await picture(alice, `notice-thread-${name.replaceAll(' ', '-')}`);
    await alice.getByRole('button', { name: 'Dismiss' }).click();
    await expect(notice).toHaveCount(0);
  }
});
