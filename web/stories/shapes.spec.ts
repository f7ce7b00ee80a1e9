import { expect, test, type Locator, type Page } from '@playwright/test';
import { expectAccessible } from './axe';
import { composer, link, newCompany, row, say, signIn } from './people';
import { expectFits } from './quiet';

test.describe.configure({ mode: 'parallel' });

const pane = (page: Page) => page.locator('[data-region=pane]');

test('at 400 % zoom a message is sent and a thread opened', async ({ browser }) => {
  const company = await newCompany('zoom');
  const { bob, channels } = company;
  const text = `A question ${'w'.repeat(200)}`;
  const { ts } = await bob.call('chat.postMessage', { channel: channels.general, text });
  await bob.call('chat.postMessage', { channel: channels.general, text: 'Why?', thread_ts: ts });
  const page = await signIn(browser, company, 'alice');
  // 1280 × 1024 at four times the size.
  await page.setViewportSize({ width: 320, height: 256 });
  await expect(composer(page)).toBeInViewport();
  await say(page, 'Sent in large letters');
  await expect(row(page, 'Sent in large letters')).toBeInViewport();
  await expectFits(page, 'conversation');

  await row(page, 'A question')
    .getByRole('button', { name: /1 reply/ })
    .click();
  await expect(pane(page).getByRole('article').filter({ hasText: 'Why?' })).toBeVisible();
  const field = pane(page).getByRole('textbox');
  await expect(field).toBeInViewport();
  await field.fill('Because');
  await field.press('Enter');
  await expect(pane(page).getByRole('article').filter({ hasText: 'Because' })).toBeVisible();
  await expectFits(page, 'thread');
  await expectAccessible(page, 'thread at 400 %');
  await page.goBack();
  await expect(row(page, 'Sent in large letters')).toBeVisible();
  await page.getByRole('link', { name: 'Back to conversations' }).click();
  await link(page, 'random').click();
  await expect(page.getByRole('heading', { name: 'random' })).toBeVisible();
});

test('as the window grows narrow the panes take turns, and back leads back', async ({
  browser,
}) => {
  const company = await newCompany('shapes');
  const { bob, channels } = company;
  const { ts } = await bob.call('chat.postMessage', { channel: channels.general, text: 'Root' });
  await bob.call('chat.postMessage', { channel: channels.general, text: 'Leaf', thread_ts: ts });
  const page = await signIn(browser, company, 'alice');
  const sidebar = page.getByRole('navigation', { name: 'Conversations' });
  const list = page.getByRole('feed', { name: 'Messages in general' });
  await page.setViewportSize({ width: 1440, height: 900 });
  await row(page, 'Root')
    .getByRole('button', { name: /1 reply/ })
    .click();
  for (const [width, shown] of [
    [1440, [true, true, true]],
    [1000, [true, false, true]],
    [700, [true, false, true]],
    [360, [false, false, true]],
  ] as const) {
    await page.setViewportSize({ width, height: 800 });
    const parts = [sidebar, list, pane(page)];
    for (const [at, part] of parts.entries()) {
      await expect(part, `part ${at} at ${width} px`).toBeVisible({ visible: shown[at] });
    }
    await expectFits(page, `${width} px`);
  }
  await page.goBack();
  await expect(list).toBeVisible();
  await page.getByRole('link', { name: 'Back to conversations' }).click();
  await expect(sidebar).toBeVisible();
  await page.goBack();
  await expect(list).toBeVisible();
});

test('with less motion nothing moves, and in forced colours what is chosen has a border', async ({
  browser,
}) => {
  const company = await newCompany('forced');
  const { bob, channels } = company;
  const { ts } = await bob.call('chat.postMessage', { channel: channels.general, text: 'Look' });
  const context = await browser.newContext({ reducedMotion: 'reduce', forcedColors: 'active' });
  const page = await signIn(browser, company, 'alice', context);
  const { channel } = { channel: channels.random };
  await bob.call('chat.postMessage', { channel, text: '<!channel> see' });
  await expect(link(page, 'random, 1 new')).toBeVisible();
  await row(page, 'Look').focus();
  await page.keyboard.press('1');
  await expect(row(page, 'Look').getByRole('button', { pressed: true }).first()).toBeVisible();
  await page.keyboard.press('t');
  await expect(pane(page)).toBeVisible();
  expect(String(ts)).not.toBe('');

  const edged = (selector: string) =>
    page
      .locator(selector)
      .first()
      .evaluate((element) => {
        const { borderTopStyle, borderTopWidth, outlineStyle } = getComputedStyle(element);
        return (borderTopStyle !== 'none' && borderTopWidth !== '0px') || outlineStyle !== 'none';
      });
  expect(await edged('a[data-id][aria-current=page]'), 'the open conversation').toBe(true);
  expect(await edged('a[data-id] .number'), 'a badge').toBe(true);
  expect(await edged('[role=article] button[aria-pressed=true]'), 'my reaction').toBe(true);

  await page.keyboard.press('Control+k');
  await expect(page.getByRole('option', { selected: true })).toBeVisible();
  expect(await edged('[role=option][aria-selected=true]'), 'the marked row').toBe(true);
  const moving = await page.evaluate(() =>
    document
      .getAnimations()
      .map(({ effect }) => effect?.getComputedTiming())
      .filter((timing) => Number(timing?.duration) > 80),
  );
  expect(moving).toEqual([]);
});

test('from right to left a name stands beside its icon, and on a phone there is room for fingers', async ({
  browser,
}) => {
  const company = await newCompany('fingers');
  const context = await browser.newContext({ hasTouch: true, isMobile: true });
  const page = await signIn(browser, company, 'alice', context);
  await page.setViewportSize({ width: 360, height: 740 });
  const middleOf = async (part: Locator) => {
    const { y, height } = (await part.boundingBox())!;
    return y + height / 2;
  };
  await expect(composer(page)).toHaveAttribute('contenteditable', 'true');
  const send = page
    .getByRole('region', { name: 'Composer' })
    .getByRole('button', { name: /^Send/ });
  const off = (await middleOf(composer(page))) - (await middleOf(send.first()));
  expect(Math.abs(off)).toBeLessThanOrEqual(2);

  await page.goto(`${company.url}/w/${company.slug}?locale=rtl`);
  const general = link(page, 'general');
  const icon = (await general.locator('svg').boundingBox())!;
  const name = (await general.locator('bdi').boundingBox())!;
  expect(icon.x - (name.x + name.width)).toBeLessThan(16);
  await page.goto(`${company.url}/w/${company.slug}/apps?locale=pseudo`);
  await expect(page.getByRole('dialog').locator('footer button')).toHaveCount(2);
  await expectFits(page, 'apps in long words');
});
