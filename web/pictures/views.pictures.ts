import { expect, test, type Page } from '@playwright/test';
import { composer } from '../stories/people';
import { shut, views, visit, type Places } from '../stories/walk';

const password = process.env.PARLEY_DEMO_PASSWORD ?? '';
/** Names of views to take; all if there are none. */
const wanted = (process.env.VIEWS ?? '').split(',').filter((name) => name !== '');

const looks = [
  { theme: 'light', width: 1440, height: 900 },
  { theme: 'dark', width: 1440, height: 900 },
  { theme: 'light', width: 360, height: 740 },
  { theme: 'dark', width: 360, height: 740 },
] as const;

for (const { theme, width, height } of looks) {
  test(`${theme}, ${width} px`, async ({ browser }) => {
    const context = await browser.newContext({
      colorScheme: theme,
      viewport: { width, height },
      locale: 'en-GB',
      timezoneId: 'Europe/Vienna',
    });
    const page = await context.newPage();
    const name = (view: string) => `reports/pictures/${view}-${theme}-${width}.png`;
    await page.goto('/');
    await expect(page.getByLabel('Mail')).toBeVisible();
    await page.screenshot({ path: name('signin') });
    await page.getByLabel('Mail').fill('maya@northlight.example');
    await page.getByLabel('Password', { exact: true }).fill(password);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await expect(composer(page).or(page.getByRole('navigation')).first()).toBeVisible();
    const places = await placesOf(page);
    const missed: string[] = [];
    for (const view of views) {
      if (wanted.length > 0 && !wanted.includes(view.name)) continue;
      try {
        await view.show(page, places);
      } catch (error) {
        missed.push(`${view.name}: ${String(error).split('\n')[0]}`);
      }
      await settled(page);
      await page.screenshot({ path: name(view.name) });
      await page.mouse.move(0, 0);
    }
    expect(missed).toEqual([]);
  });
}

/** A channel with threads, a person, and what is found: by what the page itself leads to. */
async function placesOf(page: Page): Promise<Places> {
  const slug = /\/w\/([^/]+)/.exec(page.url())?.[1] ?? '';
  const places = { slug, channel: '', thread: '', person: '', self: '', query: 'launch' };
  await visit(page, places, '/browse');
  const rows = page.getByRole('dialog').getByRole('listitem');
  const link = rows.filter({ hasText: 'launch-sprout-2' }).getByRole('link');
  const channel = idOf(await link.getAttribute('href'));
  await shut(page);
  await visit(page, places, `/c/${channel}`);
  const replies = page.locator('main').getByRole('button', { name: /replies|reply/ });
  await replies.last().click();
  await expect(page.locator('[data-region=pane]')).toBeVisible();
  const thread = /\/t\/([\d.]+)/.exec(page.url())?.[1] ?? '';
  await visit(page, places, '/people');
  const hrefOf = (who: string) =>
    page.locator('main').getByRole('link', { name: who }).first().getAttribute('href');
  const [self, person] = [await hrefOf('Maya Lindqvist'), await hrefOf('Carmen Ortega')];
  return { ...places, channel, thread, person: idOf(person), self: idOf(self) };
}

function idOf(href: string | null): string {
  return href?.split('/').at(-1) ?? '';
}

async function settled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const moving = document.getAnimations().map(({ finished }) => finished.catch(() => undefined));
    await Promise.all(moving);
    const images = [...document.images].filter((image) => !image.complete);
    await Promise.all(images.map((image) => image.decode().catch(() => undefined)));
  });
}
