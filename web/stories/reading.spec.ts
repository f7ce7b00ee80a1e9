import { expect, test, type Page } from '@playwright/test';
import { settledAfter, watchFrames } from './frames';
import { markedOn, watchMarked } from './marked';
import { fillMixed } from './mixed';
import {
  link,
  newCompany,
  operate,
  post,
  row,
  say,
  signIn,
  type Call,
  type Company,
} from './people';

test.describe.configure({ mode: 'parallel' });

const address = ({ url, slug }: Company, channel: string, ts?: string) =>
  `${url}/w/${slug}/c/${channel}${ts === undefined ? '' : `/p/${ts}`}`;

async function asAlice({ slug, url }: Company): Promise<Call> {
  const { token } = await operate('token.create', { workspace: slug, user: 'alice' });
  return (method, args) => post(`${url}/api/${method}`, String(token), args);
}

/** How far each message on screen is from the top of the window. */
function places(page: Page): Promise<Record<string, number>> {
  return page.evaluate(() => {
    const feed = document.querySelector('main [role=feed]');
    const frame = feed?.getBoundingClientRect() ?? new DOMRect();
    const rows = [...(feed?.querySelectorAll<HTMLElement>('[data-ts]') ?? [])];
    const placed = rows.map(
      (each) => [each.dataset.ts ?? '', each.getBoundingClientRect()] as const,
    );
    const shown = placed.filter(([, { top, bottom }]) => bottom > frame.top && top < frame.bottom);
    return Object.fromEntries(shown.map(([ts, { top }]) => [ts, top]));
  });
}

async function overList(page: Page): Promise<void> {
  const feed = await page.locator('main [role=feed]').boundingBox();
  await page.mouse.move((feed?.x ?? 0) + 200, (feed?.y ?? 0) + 300);
}

/** Turns the wheel step by step until something is so. */
async function wheelUntil(page: Page, by: number, done: () => Promise<boolean>): Promise<void> {
  await overList(page);
  while (!(await done())) {
    await page.mouse.wheel(0, by);
    await settledAfter(page, 1);
  }
}

test('coming back through ten channels shows the same pixels', async ({ browser }) => {
  const company = await newCompany('same-pixels');
  const { general } = company.channels;
  const call = await asAlice(company);
  for (let at = 0; at < 9; at += 1) {
    const { channel } = await call('conversations.create', { name: `stop-${at}` });
    await call('chat.postMessage', { channel: (channel as { id: string }).id, text: `Stop ${at}` });
  }
  await fillMixed(company, general, 200);
  const alice = await signIn(browser, company, 'alice');
  await alice.goto(address(company, general));
  await row(alice, 'Row').first().waitFor();
  await watchFrames(alice);
  await wheelUntil(alice, 400, async () => {
    const newest = alice.getByRole('button', { name: /^Newest/ });
    return (await newest.count()) === 0;
  });
  for (const turn of [-700, -333, -700]) {
    await alice.mouse.wheel(0, turn);
    await settledAfter(alice, 1);
  }
  const before = await places(alice);
  expect(Object.keys(before).length).toBeGreaterThan(2);

  const title = alice.getByRole('heading', { level: 1 });
  const walk = async (key: string) => {
    for (let at = 0; at < 10; at += 1) {
      const here = alice.url();
      await alice.keyboard.press(key);
      await expect.poll(() => alice.url()).not.toBe(here);
    }
  };
  await walk('Alt+ArrowDown');
  await expect(title).not.toHaveText('general');
  await walk('Alt+ArrowUp');
  await expect(title).toHaveText('general');
  await row(alice, 'Row').first().waitFor();
  await settledAfter(alice, 0);
  const after = await places(alice);
  expect(Object.keys(after)).toEqual(Object.keys(before));
  for (const [ts, top] of Object.entries(before)) {
    expect(Math.abs((after[ts] ?? Infinity) - top)).toBeLessThanOrEqual(1);
  }
});

test('an address opens at its message in the middle, marked, with the focus; of one that is gone, at the nearest', async ({
  browser,
}) => {
  const company = await newCompany('centred');
  const { general } = company.channels;
  const { call } = company.bob;
  const sent: string[] = [];
  for (let at = 0; at < 160; at += 1) {
    const { ts } = await call('chat.postMessage', { channel: general, text: `Line ${at}.` });
    sent.push(String(ts));
  }
  const alice = await signIn(browser, company, 'alice');
  const tab = await alice.context().newPage();
  await watchMarked(tab);
  const expectCentred = async (text: string, ts: unknown) => {
    const wanted = tab.getByRole('article').filter({ hasText: text });
    await expect(wanted).toBeFocused();
    expect(await markedOn(tab)).toEqual([ts]);
    const off = await wanted.evaluate((element) => {
      const middle = ({ top, bottom }: DOMRect) => (top + bottom) / 2;
      const feed = element.closest('[role=feed]') ?? element;
      return middle(element.getBoundingClientRect()) - middle(feed.getBoundingClientRect());
    });
    expect(Math.abs(off)).toBeLessThanOrEqual(1);
  };
  await tab.goto(address(company, general, sent[80]));
  await expectCentred('Line 80.', sent[80]);
  await expect(tab.getByText('That message was deleted.')).toHaveCount(0);

  await call('chat.delete', { channel: general, ts: sent[40] });
  await tab.goto(address(company, general, sent[40]));
  await expectCentred('Line 41.', sent[41]);
  await expect(tab.getByText('That message was deleted.')).toBeVisible();

  // What one may not see and what is not there are told in the same words.
  const { channel } = await call('conversations.create', { name: 'hidden', is_private: true });
  const hidden = (channel as { id: string }).id;
  const { ts } = await call('chat.postMessage', { channel: hidden, text: 'Not for Alice' });
  const words: string[] = [];
  for (const unseen of [
    address(company, hidden, String(ts)),
    address(company, 'C0UNKNOWN1', String(ts)),
  ]) {
    await tab.goto(unseen);
    await expect(tab.getByText("You can't see this, or it does not exist.")).toBeVisible();
    words.push(await tab.getByRole('main').innerText());
  }
  expect(words[0]).toBe(words[1]);
});

test('selected words stay selected while messages arrive; copied rows say who and when', async ({
  browser,
}) => {
  const company = await newCompany('selected');
  const { general } = company.channels;
  const { call } = company.bob;
  const alice = await signIn(browser, company, 'alice');
  await alice.goto(address(company, general));
  for (let at = 1; at <= 5; at += 1) await say(alice, `Own words ${at}.`);
  await expect(row(alice, 'Own words 5.')).toBeVisible();
  // A message that has arrived takes the place of the one on its way.
  await expect(alice.locator('main [data-kind=pending]')).toHaveCount(0);
  await watchFrames(alice);
  await settledAfter(alice, 0);

  const body = async (text: string) => {
    const box = await row(alice, text).getByText(text).boundingBox();
    if (box === null) throw new Error(`${text} is not on screen`);
    return box;
  };
  const first = await body('Own words 1.');
  const last = await body('Own words 5.');
  await alice.mouse.move(first.x + 1, first.y + first.height / 2);
  await alice.mouse.down();
  await alice.mouse.move(last.x + 40, last.y + last.height / 2, { steps: 5 });
  await alice.mouse.up();
  const selected = () => alice.evaluate(() => getSelection()?.toString() ?? '');
  const before = await selected();
  expect(before).toContain('Own words 1.');

  for (let at = 1; at <= 80; at += 1) {
    await call('chat.postMessage', { channel: general, text: `Meanwhile ${at}.` });
  }
  await expect(row(alice, 'Meanwhile 80.')).toBeInViewport();
  await expect(row(alice, 'Own words 3.')).not.toBeInViewport();
  expect(await selected()).toBe(before);

  await alice.evaluate(() => {
    addEventListener('copy', ({ clipboardData }) =>
      Object.assign(window, { copied: clipboardData?.getData('text/plain') }),
    );
  });
  await alice.keyboard.press('ControlOrMeta+c');
  const copied = () =>
    alice.evaluate(() => (window as unknown as { copied?: string }).copied ?? '');
  const lines = [1, 2, 3, 4, 5].map((at) => `Alice \\d?\\d:\\d\\d.*\\nOwn words ${at}\\.`);
  await expect.poll(copied).toMatch(new RegExp(`^${lines.join('\\n')}$`));
});

test('two hundred unread open where the new begins, and reading to the end marks them read', async ({
  browser,
}) => {
  const company = await newCompany('many-unread');
  const { general } = company.channels;
  const { call } = company.bob;
  const alice = await signIn(browser, company, 'alice');
  await alice.goto(address(company, company.channels.random));
  for (let at = 1; at <= 200; at += 1) {
    await call('chat.postMessage', { channel: general, text: `Unread ${at}.` });
  }
  await link(alice, 'general, unread').click();
  await expect(row(alice, 'Unread 1.')).toBeInViewport();
  await expect(alice.getByText('New', { exact: true })).toBeInViewport();
  await expect(row(alice, 'Unread 200.')).toHaveCount(0);
  await watchFrames(alice);
  const list = alice.locator('main [role=feed]');
  await wheelUntil(alice, 500, () =>
    list.evaluate((feed) => {
      const last = [...feed.querySelectorAll('[data-ts]')].at(-1);
      const { bottom } = feed.getBoundingClientRect();
      const isLast = last?.textContent.includes('Unread 200.') === true;
      return isLast && last.getBoundingClientRect().bottom <= bottom;
    }),
  );
  await expect(link(alice, 'general')).toBeVisible();
});
