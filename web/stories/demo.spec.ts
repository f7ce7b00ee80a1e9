import { expect, test, type Page } from '@playwright/test';
import { composer, picture } from './people';
import { OwnServer } from './server';

const password = 'seedlings-in-a-row';
let server: OwnServer;

test.beforeAll(async () => {
  test.setTimeout(120_000);
  const settings = {
    PARLEY_DEMO: 'true',
    PARLEY_DEMO_PASSWORD: password,
    JAVA_TOOL_OPTIONS: '-XX:TieredStopAtLevel=1 -Dparley.demo.messages=900',
  };
  server = await OwnServer.start('127.0.0.1', settings);
});

test.afterAll(() => server.close());

async function enter(page: Page): Promise<void> {
  await page.goto(server.address.url);
  await page.getByLabel('Mail').fill('maya@northlight.example');
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(composer(page)).toBeVisible();
}

test('the owner of the demo finds a company that is alive', async ({ browser }) => {
  const page = await (await browser.newContext()).newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  await enter(page);
  complaints.length = 0;

  // Mentions are counted in the list.
  const conversations = page.getByRole('navigation', { name: 'Conversations' });
  await expect(conversations.getByRole('link', { name: /^leadership, [1-3]/ })).toBeVisible();

  // Faces are drawn, and come from this server.
  await conversations.getByRole('link', { name: /^general/ }).click();
  const face = page.getByRole('article').locator('img[src^="/faces/d"]').first();
  await expect
    .poll(() => face.evaluate((image) => (image as HTMLImageElement).naturalWidth))
    .toBeGreaterThan(0);

  // Code is code, and Arabic runs from right to left.
  await conversations.getByRole('link', { name: /^support/ }).click();
  await expect(page.getByRole('heading', { name: 'support' })).toBeVisible();
  await conversations.getByRole('link', { name: /^cairo/ }).click();
  await expect(
    page
      .getByRole('article')
      .filter({ hasText: /[\u0600-\u06ff]/ })
      .first(),
  ).toBeVisible();
  expect(complaints).toEqual([]);
});

test('the day on top leads to other days', async ({ browser }) => {
  const page = await (await browser.newContext()).newPage();
  await enter(page);
  const conversations = page.getByRole('navigation', { name: 'Conversations' });
  await conversations.getByRole('link', { name: /^general/ }).click();
  const pill = page.getByRole('button', { name: 'go to another day' });
  const choose = async (name: string) => {
    await pill.click();
    await page.getByRole('menuitem', { name }).click();
  };
  const start = page.getByText('#general starts here.');
  const newest = page.getByRole('button', { name: /^Newest/ });

  await expect(newest).toHaveCount(0);
  await pill.click();
  await picture(page, 'days');
  await page.keyboard.press('Escape');
  await choose('The very beginning');
  await expect(start).toBeInViewport();
  await expect(newest).toBeVisible();
  await newest.click();
  await expect(start).toHaveCount(0);
  await expect(newest).toHaveCount(0);
  await expect(pill).toBeVisible();

  // Any day, but none that is still to come.
  await choose('Another day');
  const dialog = page.getByRole('dialog', { name: 'Go to a day' });
  await dialog.getByLabel('Day').fill('2999-01-01');
  await dialog.getByRole('button', { name: 'Go' }).click();
  await expect(dialog).toContainText('Nothing was said on that day yet.');
  // The first day with messages since then is on top, and the way back is in the menu.
  const midnight = new Date();
  midnight.setHours(0, 0, 0, 0);
  midnight.setDate(midnight.getDate() - 80);
  const date = new Intl.DateTimeFormat('sv').format(midnight);
  await dialog.getByLabel('Day').fill(date);
  await dialog.getByRole('button', { name: 'Go' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(newest).toBeVisible();
  const firstSeen = () =>
    page.evaluate(() => {
      const list = document.querySelector('[role=feed]');
      const top = list?.getBoundingClientRect().top ?? 0;
      const seen = [...document.querySelectorAll('[role=article]')].find(
        (each) => each.getBoundingClientRect().top >= top,
      );
      return seen?.querySelector('time')?.dateTime;
    });
  expect(Date.parse((await firstSeen()) ?? '')).toBeGreaterThanOrEqual(midnight.getTime());
  await picture(page, 'another-day');
  await choose('Newest messages');
  await expect(newest).toHaveCount(0);
});
