import { expect, test, type Locator } from '@playwright/test';
import { composer, link, newCompany, row } from './people';

test('everything of a day works by keys alone', async ({ browser }) => {
  const company = await newCompany('keyboard');
  const context = await browser.newContext();
  const page = await context.newPage();
  const { keyboard } = page;
  await page.goto(company.url);

  // Sign in: the first field has the focus.
  await expect(page.getByLabel('Mail')).toBeFocused();
  await keyboard.type('alice@keyboard.test');
  await keyboard.press('Tab');
  await keyboard.type('correct horse battery');
  await keyboard.press('Enter');
  await expect(composer(page)).toBeFocused();

  // To the other channel and into its composer.
  await backTo(link(page, 'general'));
  await keyboard.press('ArrowDown');
  await expect(link(page, 'random')).toBeFocused();
  await keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'random' })).toBeVisible();
  await expect(composer(page)).toBeFocused();

  // Post, edit, delete.
  await keyboard.type('Typed by keis');
  await keyboard.press('Enter');
  await expect(row(page, 'Typed by keis')).toBeVisible();
  await expect(page.locator('[data-state]')).toHaveCount(0);
  await keyboard.press('ArrowUp');
  await expect(row(page, 'Typed by').getByRole('textbox')).toBeFocused();
  await keyboard.press('Backspace');
  await keyboard.press('Backspace');
  await keyboard.type('ys');
  await keyboard.press('Enter');
  await expect(row(page, 'Typed by keys')).toContainText('(edited)');
  await expect(composer(page)).toBeFocused();
  await keyboard.press('Shift+Tab');
  await expect(row(page, 'Typed by keys')).toBeFocused();
  await keyboard.press('Delete');
  await expect(page.getByRole('button', { name: 'Delete', exact: true })).toBeFocused();
  await keyboard.press('Enter');
  await expect(row(page, 'Typed by keys')).toHaveCount(0);
});

/** Presses Shift+Tab until something has the focus. */
async function backTo(wanted: Locator): Promise<void> {
  const isFocused = () => wanted.evaluate((element) => element === document.activeElement);
  for (let left = 15; left > 0 && !(await isFocused()); left -= 1)
    await wanted.page().keyboard.press('Shift+Tab');
  await expect(wanted).toBeFocused();
}
