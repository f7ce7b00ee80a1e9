import { expect, test, type Browser, type Page, type Route } from '@playwright/test';
import { Line } from './line';
import { expectAccessible } from './axe';
import { link, newCompany, picture, row, said, say, signIn, type Company } from './people';

/** Numbers from a seed, so that a run can be had again. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}

const pattern = /(Alice|Bob) said \d+/;

/** What was said in #general, in its order, as the server has it. */
async function history({ bob, channels }: Company): Promise<string[]> {
  const { messages } = await bob.call('client.history', { channel: channels.general, limit: 100 });
  return (messages as { text: string }[])
    .map(({ text }) => pattern.exec(text)?.[0] ?? '')
    .filter((text) => text !== '');
}

const told = ({ bob, channels }: Company, number: number) =>
  bob.call('chat.postMessage', { channel: channels.general, text: `Bob said ${number}` });

const sent = (who: string, count: number) =>
  Array.from({ length: count }, (_, at) => `${who} said ${at + 1}`);

/** Everything is there, once, in the order of the server; what Alice said, in the order she did. */
async function expectWhole(page: Page, company: Company, count: number): Promise<void> {
  await expect
    .poll(async () => (await history(company)).length, { timeout: 45_000 })
    .toBe(count * 2);
  const all = await history(company);
  expect(all.filter((text) => text.startsWith('Alice'))).toEqual(sent('Alice', count));
  expect(all.filter((text) => text.startsWith('Bob'))).toEqual(sent('Bob', count));
  await expect.poll(() => said(page, pattern), { timeout: 45_000 }).toEqual(all);
}

test('over a line that is slow, is held and breaks, each message arrives once and in order', async ({
  browser,
}) => {
  const company = await newCompany('broken-line');
  const line = await Line.to(company.url);
  try {
    const alice = await signIn(browser, { ...company, url: line.url }, 'alice');
    const faults = [
      () => line.slow(60),
      () => line.cut(),
      () => line.mend(),
      () => line.hold(),
      () => line.cut(),
      () => line.mend(),
      () => line.slow(120),
      () => line.cut(),
    ];
    for (const [at, fault] of faults.entries()) {
      await say(alice, `Alice said ${at + 1}`);
      fault();
      await told(company, at + 1);
    }
    await expect(row(alice, 'Alice said 8')).toBeVisible();
    line.mend();
    await alice.evaluate(() => window.dispatchEvent(new Event('focus')));
    await expectWhole(alice, company, faults.length);
  } finally {
    line.close();
  }
});

const typeOf = (frame: string | Buffer) => (JSON.parse(frame.toString()) as { type: string }).type;

/** The page of Alice, to whom three live events in five are lost, told twice or overtaken. */
async function signInBehindFaults(browser: Browser, company: Company, seed: number) {
  const random = numbers(seed);
  const line = { isFaulty: false, faults: 0 };
  const context = await browser.newContext();
  await context.routeWebSocket(/./, (page) => {
    const server = page.connectToServer();
    let overtaken: string | Buffer | undefined;
    let resuming = 0;
    page.onMessage((frame) => {
      if (typeOf(frame) === 'resume') resuming += 1;
      server.send(frame);
    });
    server.onMessage((frame) => {
      if (typeOf(frame) === 'resumed') resuming -= 1;
      const isLive = typeOf(frame) === 'event' && resuming === 0;
      const chance = line.isFaulty && isLive ? random() : 1;
      if (chance < 0.6) line.faults += 1;
      if (chance < 0.2) return;
      if (chance < 0.4 && overtaken === undefined) {
        overtaken = frame;
        return;
      }
      page.send(frame);
      if (chance < 0.6) page.send(frame);
      if (overtaken !== undefined) page.send(overtaken);
      overtaken = undefined;
    });
  });
  return { line, page: await signIn(browser, company, 'alice', context) };
}

test('events that are lost, doubled or overtaken leave no gap and no double', async ({
  browser,
}) => {
  const company = await newCompany('faulty-frames');
  const { line, page } = await signInBehindFaults(browser, company, 9);
  line.isFaulty = true;
  for (let at = 1; at <= 8; at++) {
    await say(page, `Alice said ${at}`);
    await told(company, at);
  }
  await expect.poll(async () => (await history(company)).length).toBe(16);
  expect(line.faults).toBeGreaterThan(5);
  line.isFaulty = false;
  await say(page, 'Alice said 9');
  await told(company, 9);
  await expectWhole(page, company, 9);
});

test('requests that arrive twice, late, or whose answer is lost post once', async ({ browser }) => {
  const company = await newCompany('doubled-requests');
  const alice = await signIn(browser, company, 'alice');
  const random = numbers(7);
  const doubled = async (route: Route) => {
    const chance = random();
    const [first, second] = await Promise.all([route.fetch(), route.fetch()]);
    if (chance < 0.4) await route.abort('connectionreset');
    else await route.fulfill({ response: chance < 0.7 ? first : second });
  };
  await alice.route('**/api/chat.postMessage', doubled);
  for (let at = 1; at <= 8; at++) {
    await say(alice, `Alice said ${at}`);
    await told(company, at);
  }
  await expectWhole(alice, company, 8);
});

test('what is sent where no message could be loaded is shown at once, and once when they are', async ({
  browser,
}) => {
  const company = await newCompany('unloaded');
  const alice = await signIn(browser, company, 'alice');
  await alice.context().setOffline(true);
  await link(alice, 'random').click();
  await expect(alice.getByText('Not loaded yet.')).toBeVisible();
  await say(alice, 'Alice said 1');
  await expect(row(alice, 'Alice said 1')).toBeVisible();
  await expectAccessible(alice, 'offline, nothing loaded');
  await picture(alice, 'offline-unloaded');

  await alice.context().setOffline(false);
  await expect(alice.getByText('#random starts here.')).toBeVisible();
  await expect(row(alice, 'Alice said 1')).toHaveAttribute('data-ts', /./);
  await expect.poll(() => said(alice, pattern)).toEqual(['Alice said 1']);
});
