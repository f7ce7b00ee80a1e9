import { expect, test } from '@playwright/test';
import { composer, newCompany, row, signIn } from './people';

test('half a mention and Enter right after a reload complete it, and send nothing', async ({
  browser,
}) => {
  const company = await newCompany('half-mention');
  const alice = await signIn(browser, company, 'alice');
  const bob = await signIn(browser, company, 'bob');
  for (const reload of [1, 2, 3]) {
    await alice.reload({ waitUntil: 'commit' });
    await composer(alice).focus();
    await alice.keyboard.type(`${reload} @bo`);
    await alice.keyboard.press('Enter');
    await expect(composer(alice)).toHaveText(`${reload} @Bob`);
    await expect(row(alice, `${reload} @bo`)).toHaveCount(0);
    await alice.keyboard.press('Enter');
    const said = row(bob, `${reload} @Bob`);
    await expect(said.locator('[data-person]').filter({ hasText: '@Bob' })).toBeVisible();
  }
});
