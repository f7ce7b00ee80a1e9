import { expect, test } from '@playwright/test';
import { expectAccessibleInAll } from './axe';
import { fillHostile } from './hostile';
import { newCompany, signIn, suite } from './people';
import { kinds } from './walk';

test.use({ actionTimeout: 10_000 });
test.describe.configure({ mode: 'parallel', timeout: 180_000 });

for (const [kind, views] of Object.entries(kinds)) {
  test(`axe finds nothing in any theme: ${kind}`, async ({ browser }) => {
    const company = await newCompany(`axe-${kind}`);
    const places = await fillHostile(company);
    const page = await signIn(browser, company, 'alice');
    for (const view of views) {
      await view.show(page, places);
      await expectAccessibleInAll(page, view.name);
    }
  });
}

test('axe finds nothing in any theme: sign-in', async ({ page }) => {
  await page.goto(suite.url);
  await expect(page.getByLabel('Mail')).toBeVisible();
  await expectAccessibleInAll(page, 'sign-in');
  await page.getByLabel('Mail').fill('nobody@acme.test');
  await page.getByLabel('Password', { exact: true }).fill('not the password');
  await page.keyboard.press('Enter');
  await expect(page.getByText(/^Mail or password is wrong/)).toBeVisible();
  await expectAccessibleInAll(page, 'sign-in that was refused');
});
