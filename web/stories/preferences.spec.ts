import { expect, test } from '@playwright/test';
import { expectAccessible } from './axe';
import { link, newCompany, picture, row, signIn } from './people';

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
  const reloaded = alice.waitForEvent('load');
  await alice.getByRole('button', { name: 'Clear cache' }).click();
  await reloaded;
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

test('a conversation opens where one prefers, and what counts as read is chosen', async ({
  browser,
}) => {
  const company = await newCompany('reading');
  const { call } = company.bob;
  const { general, random } = company.channels;
  const post = async (channel: string, count: number) => {
    for (let at = 1; at <= count; at++) {
      await call('chat.postMessage', { channel, text: `Line ${at} of ${count}` });
    }
  };
  const alice = await signIn(browser, company, 'alice');
  await alice.clock.install();
  const choose = async (name: RegExp) => {
    await alice.goto(`${company.url}/w/${company.slug}/settings/reading`);
    await alice.getByLabel(name).check();
    await alice.keyboard.press('Escape');
  };
  await choose(/mark nothing as read$/);
  await link(alice, 'general').click();
  await post(random, 60);
  await link(alice, 'random, unread').click();
  await expect(row(alice, 'Line 60 of 60')).toBeInViewport();
  await alice.clock.runFor(5_000);
  await expect(link(alice, 'random, unread')).toBeVisible();

  await link(alice, 'general').click();
  await choose(/mark all as read$/);
  await link(alice, 'random, unread').click();
  await expect(row(alice, 'Line 60 of 60')).toBeInViewport();
  await expect(link(alice, 'random')).toBeVisible();

  await choose(/mark as read what I see$/);
  await link(alice, 'random').click();
  await post(general, 60);
  await link(alice, 'general, unread').click();
  await expect(row(alice, 'Line 1 of 60')).toBeInViewport();
  await expect(row(alice, 'Line 60 of 60')).not.toBeInViewport();
});
