import { expect, test, type BrowserContext, type Page } from '@playwright/test';
import { diskOf } from './disk';
import { composer, fillSignIn, newCompany, operate, picture, row, say, signIn } from './people';

test('whoever is deactivated while offline finds what was not sent when they are back, and nobody else does', async ({
  browser,
}) => {
  const company = await newCompany('shut-out');
  const { slug } = company;
  const alice = await signIn(browser, company, 'alice');
  const bob = await signIn(browser, company, 'bob');
  await say(alice, 'Read before');
  await expect(row(bob, 'Read before')).toBeVisible();
  const holds = async (store: string, words: string) => (await diskOf(bob, store, words)).holds;
  await expect.poll(() => holds('pages', 'Read before')).toBe(true);
  const shutOut = async () => {
    await operate('user.deactivate', { workspace: slug, user: 'bob' });
    await bob.context().setOffline(false);
    await expect(bob.getByText('This account is deactivated.')).toBeVisible();
    await expect(bob.getByLabel('Mail')).toBeVisible();
    await operate('user.reactivate', { workspace: slug, user: 'bob' });
  };

  await bob.context().setOffline(true);
  await say(bob, 'Written while away');
  await composer(bob).fill('Half a thought');
  await expect.poll(() => holds('drafts', 'Half a thought')).toBe(true);
  await shutOut();
  await expect.poll(() => holds('pages', 'Read before')).toBe(false);

  await fillSignIn(bob, `bob@${slug}.test`);
  await expect(composer(bob)).toHaveText('Half a thought');
  await expect(row(bob, 'Written while away')).toContainText(
    'Not sent: You were signed out before this was sent.',
  );
  await expect(row(alice, 'Written while away')).toHaveCount(0);
  await bob.getByRole('button', { name: 'Retry' }).click();
  await expect(row(alice, 'Written while away')).toBeVisible();

  // Somebody else signs in to the workspace at the same browser.
  await bob.context().setOffline(true);
  await say(bob, 'Not for others');
  await shutOut();
  expect(await holds('outbox', 'Not for others')).toBe(true);
  await fillSignIn(bob, `alice@${slug}.test`);
  await expect(composer(bob)).toBeVisible();
  await expect(bob.getByText('Not for others')).toHaveCount(0);
  expect(await holds('outbox', 'Not for others')).toBe(false);
});

const cut = (url: URL) => url.pathname.startsWith('/api/');

/** Leaves behind what the server does not hear of, though it can still be heard. */
async function writeUnheard(page: Page): Promise<void> {
  await page.route(cut, (route) => route.abort());
  await say(page, 'Nobody has this');
  await composer(page).fill('Nor this');
  await expect.poll(() => unheard(page)).toEqual([true, true]);
}

async function unheard(page: Page): Promise<boolean[]> {
  const sends = await diskOf(page, 'outbox', 'Nobody has this');
  const drafts = await diskOf(page, 'drafts', 'Nor this');
  return [sends.holds, drafts.holds];
}

/** In the settings of another browser. */
async function endOther(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Bob, active' }).click();
  await page.getByRole('menuitem', { name: 'Sessions' }).press('Enter');
  await page.getByRole('button', { name: 'End session' }).click();
  await expect(page.getByRole('button', { name: 'End session' })).toHaveCount(0);
  await page.keyboard.press('Escape');
}

async function expectNothing(page: Page): Promise<void> {
  await expect(page.getByText('You signed out in another tab or on another device.')).toBeVisible();
  await expect.poll(async () => (await diskOf(page, 'outbox')).caches).toEqual([]);
  expect(await page.evaluate(() => localStorage.getItem('parley.kept'))).toBeNull();
}

/** The browser is closed but for its disk and cookies, and opened again. */
async function reopen(context: BrowserContext, page: Page, meanwhile: () => Promise<void>) {
  const url = page.url();
  await page.close();
  await meanwhile();
  const opened = await context.newPage();
  await opened.goto(url);
  return opened;
}

test('who ends their own session from elsewhere leaves nothing there; whom an administrator shuts out loses nothing', async ({
  browser,
}) => {
  const company = await newCompany('ended-elsewhere');
  const { slug } = company;
  const desk = await browser.newContext();
  const phone = await signIn(browser, company, 'bob');

  // The page hears of it while it is open.
  const open = await signIn(browser, company, 'bob', desk);
  await writeUnheard(open);
  await endOther(phone);
  await expectNothing(open);
  await picture(open, 'signed-out-elsewhere');
  await open.close();

  // The browser is closed meanwhile.
  const before = await signIn(browser, company, 'bob', desk);
  await writeUnheard(before);
  const after = await reopen(desk, before, () => endOther(phone));
  await expectNothing(after);
  await after.close();

  // Somebody else ends it, on both ways.
  const open2 = await signIn(browser, company, 'bob', desk);
  await writeUnheard(open2);
  await operate('user.deactivate', { workspace: slug, user: 'bob' });
  await expect(open2.getByText('This account is deactivated.')).toBeVisible();
  await expect.poll(() => unheard(open2)).toEqual([true, true]);
  await picture(open2, 'shut-out');
  await operate('user.reactivate', { workspace: slug, user: 'bob' });
  await open2.unroute(cut);
  await fillSignIn(open2, `bob@${slug}.test`);
  await expect(composer(open2)).toHaveText('Nor this');
  await writeUnheard(open2);
  const last = await reopen(desk, open2, async () => {
    await operate('user.deactivate', { workspace: slug, user: 'bob' });
  });
  await expect(last.getByText('This account is deactivated.')).toBeVisible();
  await expect.poll(() => unheard(last)).toEqual([true, true]);
});
