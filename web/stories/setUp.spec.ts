import { expect, test } from '@playwright/test';
import { expectAccessible, themes } from './axe';

test('axe finds nothing on the set-up page', async ({ browser }) => {
  for (const colorScheme of themes) {
    const context = await browser.newContext({ colorScheme });
    const page = await context.newPage();
    await page.goto('/');
    await expect(page.getByLabel('Company')).toBeVisible();
    await expectAccessible(page, `set-up, ${colorScheme}`);
    await context.close();
  }
});
