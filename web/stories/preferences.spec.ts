import { expect, test } from '@playwright/test';
import { expectAccessible } from './axe';
import { link, newCompany, picture, signIn } from './people';

test('preferences take effect at once, in every tab, and before the first paint of the next visit', async ({
  browser,
}) => {
  const company = await newCompany('preferences');
  const alice = await signIn(browser, company, 'alice');
  const second = await alice.context().newPage();
  await second.goto(alice.url());
  await alice.getByRole('button', { name: 'Workspace menu' }).click();
  await alice.getByRole('menuitem', { name: 'Preferences' }).click();
  await expect(alice).toHaveURL(/\/settings\/appearance$/);

  for (const theme of ['High contrast light', 'High contrast dark']) {
    await alice.getByLabel(theme, { exact: true }).check();
    await expectAccessible(alice, theme);
    await picture(alice, `settings-${theme.toLowerCase().replaceAll(' ', '-')}`);
  }
  await alice.getByLabel('150%').check();
  await alice.getByLabel('Compact').check();
  await picture(alice, 'settings-large');
  await expect(second.locator('html')).toHaveAttribute('data-theme', 'hc-dark');
  await expect(second.locator('html')).toHaveAttribute('data-density', 'compact');

  const parts = alice.getByRole('navigation', { name: 'Parts of the preferences' });
  for (const part of ['Writing', 'Cache']) {
    await parts.getByRole('link', { name: part }).click();
    await expect(alice).toHaveURL(new RegExp(`/settings/${part.toLowerCase()}$`));
    await expectAccessible(alice, part);
  }

  // What is kept is dropped, and the page comes back whole.
  await alice.getByRole('button', { name: 'Clear cache' }).click();
  await expect(parts).toBeVisible();
  await alice.keyboard.press('Escape');
  await expect(link(alice, 'general')).toBeVisible();

  await parts.waitFor({ state: 'detached' });
  await alice.setViewportSize({ width: 390, height: 844 });
  await alice.goto(`${company.url}/w/${company.slug}/settings/language`);
  await expect(alice.locator('html')).toHaveAttribute('data-theme', 'hc-dark');
  await picture(alice, 'settings-narrow');
  await alice.getByLabel(/^Accented/).check();
  await expect(alice.getByRole('heading', { name: '[Prëfërëncës' })).toBeVisible();
});
