import { expect, test, type Page } from '@playwright/test';
import { expectAccessible } from './axe';
import { byKeys } from './byKeys';
import { composer, newCompany, picture, signIn } from './people';
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
  // The list is one stop; arrows lead to its start, Tab from there into what can be done.
  const { press } = byKeys(alice);
  const start = alice.getByRole('article', { name: '#random starts here.' });
  await composer(alice).focus();
  await press('Shift+Tab');
  await expect(start).not.toBeFocused();
  await press('Shift+Tab');
  await expect(people).not.toBeFocused();
  await press('Tab', 'Home');
  await expect(start).toBeFocused();
  await expect(alice.locator('main [role=article][tabindex="0"]')).toHaveCount(1);
  await press('Tab');
  await expect(people).toBeFocused();
  await press('Enter');
  await expect(alice.getByRole('dialog')).toBeVisible();
  await press('Escape');
  await expect(people).toBeFocused();
  await press('Escape');
  await expect(start).toBeFocused();
  await press('Enter', 'Tab');
  await press('Enter');
  await expect(pane(alice).getByText('Add what the channel is for')).toBeVisible();
});

test('the start of a channel is as high before its actions are there as after', async ({
  browser,
}) => {
  const company = await newCompany('start-height');
  const alice = await signIn(browser, company, 'alice');
  const start = alice.locator('[data-kind=start]');
  const heightOf = async () => (await start.boundingBox())?.height;
  const path = `${company.url}/w/${company.slug}/c/${company.channels.general}`;
  for (const [width, locale] of [
    [1280, 'en'],
    [390, 'en'],
    [360, 'pseudo'],
    [700, 'pseudo'],
    [1000, 'rtl'],
  ] as const) {
    await alice.setViewportSize({ width, height: 800 });
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    await alice.route('**/StartActions*', async (route) => {
      await held;
      await route.continue();
    });
    await alice.goto(`${path}?locale=${locale}`);
    await expect(start).toBeVisible();
    await expect(start.getByRole('link')).toHaveCount(0);
    const before = await heightOf();
    release();
    await expect(start.getByRole('link')).toHaveCount(2);
    expect(await heightOf(), `${width} ${locale}`).toBe(before);
    await expectFits(alice, `start ${width} ${locale}`);
    await picture(alice, `start-${locale}-${width}`);
    await alice.unrouteAll();
  }
});
