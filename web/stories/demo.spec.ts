import { expect, test } from '@playwright/test';
import { composer } from './people';
import { OwnServer } from './server';

const password = 'seedlings-in-a-row';
let server: OwnServer;

test.beforeAll(async () => {
  test.setTimeout(120_000);
  const settings = {
    PARLEY_DEMO: 'true',
    PARLEY_DEMO_PASSWORD: password,
    JAVA_TOOL_OPTIONS: '-Dparley.demo.messages=900',
  };
  server = await OwnServer.start('127.0.0.1', settings);
});

test.afterAll(() => server.close());

test('the owner of the demo finds a company that is alive', async ({ browser }) => {
  const page = await (await browser.newContext()).newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  await page.goto(server.address.url);
  await page.getByLabel('Mail').fill('maya@northlight.example');
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(composer(page)).toBeVisible();
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
