import { expect, test } from '@playwright/test';
import { composer, link, newCompany, picture, row, say, signIn } from './people';

test.describe.configure({ mode: 'parallel' });

const desktop = { width: 1280, height: 800 };
const phone = { width: 390, height: 780 };

test('a notice covers neither what was said last nor the field', async ({ browser }) => {
  const company = await newCompany('notices');
  const alice = await signIn(browser, company, 'alice');
  for (let at = 1; at <= 12; at += 1) await say(alice, `Message ${at}`);
  const last = row(alice, 'Message 12');
  await expect(last).toBeVisible();
  const notice = alice.getByText("Files can't be sent yet. Send a link instead.");
  const drop = () =>
    alice.locator('main [role=feed]').evaluate((element) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File(['x'], 'plan.png', { type: 'image/png' }));
      element.dispatchEvent(
        new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer }),
      );
    });
  const isFree = async () => {
    const told = await notice.locator('xpath=../..').boundingBox();
    const kept = [await last.boundingBox(), await composer(alice).boundingBox()];
    return kept.every(
      (box) =>
        told !== null &&
        box !== null &&
        (told.x + told.width <= box.x ||
          told.y + told.height <= box.y ||
          told.y >= box.y + box.height),
    );
  };
  for (const [name, size, hidden] of [
    ['beside', desktop, false],
    ['narrow', { width: 700, height: 800 }, false],
    ['phone', phone, false],
    ['bare', desktop, true],
  ] as const) {
    await alice.setViewportSize(size);
    if (hidden) await alice.keyboard.press('Control+Shift+D');
    await expect(link(alice, 'random')).toHaveCount(hidden || size === phone ? 0 : 1);
    await drop();
    await expect(notice).toBeVisible();
    expect(await isFree(), name).toBe(true);
    for (const colorScheme of ['dark', 'light'] as const) {
      await alice.emulateMedia({ colorScheme });
      await picture(alice, `notice-${name}-${colorScheme}`);
    }
    await alice.getByRole('button', { name: 'Dismiss' }).click();
  }
});
