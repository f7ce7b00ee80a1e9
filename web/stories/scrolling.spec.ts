import { expect, test, type Browser, type Page } from '@playwright/test';
import { spreadOverDays } from './days';
import { namesSeen, settledAfter, watchFrames, type Seen } from './frames';
import { fillMixed } from './mixed';
import { link, newCompany, signIn, suite, type Company } from './people';
import { OwnServer } from './server';

/** `STORY_ROWS=5000` for the long run, which goes down and up once. */
const count = Number(process.env.STORY_ROWS ?? 1_000);

test.describe.configure({ timeout: 90_000 + count * 300 });

let server: OwnServer | undefined;

/** Alone, without a server at `PARLEY_URL`, it starts one. */
test.beforeAll(async () => {
  test.setTimeout(300_000);
  if (suite.url !== '') return;
  server = await OwnServer.start();
  Object.assign(suite, server.address);
});

// A page that is still open would ask a server that has gone.
test.afterEach(async ({ browser }) => {
  for (const context of browser.contexts()) await context.close();
});

test.afterAll(() => server?.close());

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

const days = 30;
/** So many messages are held of what is shown; between them lie the lines of days, and others. */
const rowsMost = 600 + days + 4;

/** Rows went exactly as far as the wheel said, all together, and left no blank. */
function expectHeld(seen: Seen & { asked: number }): void {
  const said = JSON.stringify(seen);
  expect(seen.torn, said).toBeLessThanOrEqual(1);
  expect(seen.blank, said).toBeLessThanOrEqual(1);
  expect(seen.rows, said).toBeLessThanOrEqual(rowsMost);
  // Above the first day there is none.
  if (!seen.days.includes('')) expect(seen.days, said).toContain(seen.pill);
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

/** The page of Alice, to whom a channel was filled over a month. */
async function openFilled(browser: Browser, company: Company): Promise<Page> {
  const from = Date.now();
  await fillMixed(company, company.channels.general, count);
  const context = await browser.newContext();
  await spreadOverDays(context, from, Date.now(), days);
  const page = await signIn(browser, company, 'alice', context);
  await open(page, company);
  return page;
}

/** Goes one way until there is no more, and says what was seen in all. */
async function goThrough(page: Page, sign: 1 | -1, isThere: () => Promise<boolean>) {
  await namesSeen(page);
  const all = { steps: 0, frames: 0, shift: 0, rows: 0, days: new Set<string>() };
  while (!(await isThere())) {
    for await (const seen of roll(page, sign)) {
      expectHeld(seen);
      all.steps += 1;
      all.frames += seen.frames;
      all.shift = Math.max(all.shift, seen.torn, sign < 0 ? -seen.least : seen.most);
      all.rows = Math.max(all.rows, seen.rows);
      for (const day of seen.days) all.days.add(day);
    }
  }
  return { ...all, days: all.days.size, names: await namesSeen(page) };
}

test('rows go exactly as far as the wheel says, down and up again, and none is ever blank', async ({
  browser,
}) => {
  const company = await newCompany('scrolling');
  const page = await openFilled(browser, company);
  const started = Date.now();

  // It opens at the oldest that is unread: down from there to the newest, page after page.
  const down = await goThrough(page, 1, () => atEnd(page));
  // The button goes a screen before the end.
  for await (const seen of roll(page, 1)) expectHeld(seen);
  await expect(link(page, 'general')).toBeVisible();
  // What was let go on the way down is there again on the way up, and the other way round.
  const start = page.getByText('#general starts here.');
  const up = await goThrough(page, -1, () => start.isVisible());
  const again = count > 1_000 ? up : await goThrough(page, 1, () => atEnd(page));
  for (const pass of [up, again]) {
    expect(pass.names).toHaveLength(count);
    expect(pass.days).toBeGreaterThan(days / 2);
  }
  expect(Math.max(up.rows, again.rows)).toBeGreaterThan(Math.min(count, 600) / 2);
  const passes = new Map([
    ['down', down],
    ['up', up],
    ['again', again],
  ]);
  if (again === up) passes.delete('again');
  const back = again === up ? 1 : -1;
  for (let turn = 0; turn < 3; turn += 1) {
    for await (const seen of roll(page, back)) expectHeld(seen);
  }
  const seconds = (Date.now() - started) / 1_000;

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
  for (const [name, { names, ...pass }] of passes) {
    console.log(`${name}: ${JSON.stringify({ ...pass, messages: names.length })}`);
  }
  console.log(`${count} messages, ${seconds} s`);
});
