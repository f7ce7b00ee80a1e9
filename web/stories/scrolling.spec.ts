import { expect, test, type Page } from '@playwright/test';
import { settledAfter, watchFrames, type Seen } from './frames';
import { fillMixed } from './mixed';
import { link, newCompany, signIn, type Company } from './people';

/** `STORY_ROWS=5000` for the long run. */
const count = Number(process.env.STORY_ROWS ?? 1_000);

test.describe.configure({ timeout: 90_000 + count * 100 });

/** Turns of the wheel as hands make them: short ones, long ones, several before one looks. */
const turns: readonly (readonly number[])[] = [
  Array<number>(12).fill(120),
  Array<number>(8).fill(240),
  Array<number>(6).fill(480),
  Array<number>(12).fill(60),
  [900],
  [333, 777, 333, 777, 30, 30],
];

const largest = Math.max(...turns.flat());

/** Turns the wheel once round through all ways of turning it, and says of each what was seen. */
async function* roll(page: Page, sign: 1 | -1): AsyncGenerator<Seen & { asked: number }> {
  for (const burst of turns) {
    for (const turn of burst) await page.mouse.wheel(0, sign * turn);
    const seen = await settledAfter(page, burst.length);
    yield { ...seen, asked: -sign * burst.reduce((sum, turn) => sum + turn) };
  }
}

/** Rows went exactly as far as the wheel said, all together, and left no blank. */
function expectHeld(seen: Seen & { asked: number }): void {
  const said = JSON.stringify(seen);
  expect(seen.torn, said).toBeLessThanOrEqual(1);
  expect(seen.blank, said).toBeLessThanOrEqual(1);
  if (seen.asked > 0) expect(seen.least, said).toBeGreaterThanOrEqual(-1);
  else expect(seen.most, said).toBeLessThanOrEqual(1);
  // A turn for which there was no room yet goes as far as there is.
  const room = seen.asked > 0 ? seen.above : seen.below;
  const asked = Math.abs(seen.asked);
  const moved = Math.abs(seen.moved);
  expect(moved, said).toBeLessThanOrEqual(asked + 1);
  if (room > largest && seen.lost === 0) expect(moved, said).toBeGreaterThanOrEqual(asked - 1);
}

/** Nobody turns the wheel, and nothing moves. */
function expectStill(seen: Seen): void {
  const said = JSON.stringify(seen);
  expect(seen.torn, said).toBeLessThanOrEqual(1);
  expect(seen.blank, said).toBeLessThanOrEqual(1);
  expect(Math.max(seen.most, -seen.least, Math.abs(seen.moved)), said).toBeLessThanOrEqual(1);
}

/** Bob says so many things, twenty a second. */
async function pour({ bob, channels }: Company, messages: number): Promise<void> {
  const started = Date.now();
  const posts = Array.from({ length: messages }, async (_, at) => {
    await new Promise((resolve) => setTimeout(resolve, started + at * 50 - Date.now()));
    await bob.call('chat.postMessage', { channel: channels.general, text: `Poured ${at}.` });
  });
  await Promise.all(posts);
}

async function atEnd(page: Page): Promise<boolean> {
  const newest = page.getByRole('button', { name: /^Newest/ });
  return (await newest.count()) === 0;
}

async function open(page: Page, { url, slug, channels }: Company): Promise<void> {
  await page.goto(`${url}/w/${slug}/c/${channels.general}`);
  await page.getByRole('article').first().waitFor();
  const feed = await page.locator('main [role=feed]').boundingBox();
  await page.mouse.move((feed?.x ?? 0) + 200, (feed?.y ?? 0) + 300);
  await watchFrames(page);
}

test('rows go exactly as far as the wheel says, down and up again, and none is ever blank', async ({
  browser,
}) => {
  const company = await newCompany('scrolling');
  await fillMixed(company, company.channels.general, count);
  const page = await signIn(browser, company, 'alice');
  await open(page, company);

  // It opens at the oldest that is unread: down from there to the newest, page after page.
  let steps = 0;
  while (!(await atEnd(page))) {
    for await (const seen of roll(page, 1)) expectHeld(seen);
    steps += turns.length;
  }
  await expect(link(page, 'general')).toBeVisible();
  const start = page.getByText('#general starts here.');
  while (!(await start.isVisible())) {
    for await (const seen of roll(page, -1)) expectHeld(seen);
    steps += turns.length;
  }

  // In the middle, while somebody else says twenty things a second.
  for await (const seen of roll(page, 1)) expectHeld(seen);
  await settledAfter(page, 0);
  await pour(company, 100);
  expectStill(await settledAfter(page, 0));
  await expect(page.getByRole('button', { name: 'Newest (100)' })).toBeVisible();
  const more = pour(company, 60);
  for await (const seen of roll(page, 1)) expectHeld(seen);
  await more;
  expectStill(await settledAfter(page, 0));
  await expect(page.getByRole('button', { name: 'Newest (160)' })).toBeVisible();
  test.info().annotations.push({ type: 'steps', description: String(steps) });
});
