import { expect, test, type Page } from '@playwright/test';
import { expectAccessible } from './axe';
import { newCompany, picture, signIn } from './people';
import { expectFits } from './quiet';

const pane = (page: Page) => page.locator('[data-region=pane]');
const desktop = { width: 1280, height: 800 };
const phone = { width: 390, height: 780 };

test('the start of a channel leads on by keys, to people, purpose and settings', async ({
  browser,
}) => {
  const company = await newCompany('starts');
  const alice = await signIn(browser, company, 'alice');
  const { channels, slug, url } = company;
  await alice.goto(`${url}/w/${slug}/c/${channels.random}`);
  const people = alice.getByRole('button', { name: 'Add people' });
  await expect(people).toBeVisible();
  for (const size of [desktop, phone]) {
    await alice.setViewportSize(size);
    await expectFits(alice, 'start');
    for (const colorScheme of ['dark', 'light'] as const) {
      await alice.emulateMedia({ colorScheme });
      await picture(alice, `start-${colorScheme}-${size.width}`);
    }
  }
  await alice.setViewportSize(desktop);
  await expectAccessible(alice, 'the start of a channel');
  await people.focus();
  await alice.keyboard.press('Enter');
  await expect(alice.getByRole('dialog')).toBeVisible();
  await alice.keyboard.press('Escape');
  await expect(people).toBeFocused();
  // The list keeps its one tab stop, and the messages come after.
  await expect(alice.locator('main [role=article][tabindex="0"]')).toHaveCount(1);
  await alice.keyboard.press('Tab');
  await alice.keyboard.press('Enter');
  await expect(pane(alice).getByText('Add what the channel is for')).toBeVisible();
});
