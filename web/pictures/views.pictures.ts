import { mkdirSync, writeFileSync } from 'node:fs';
import { expect, test, type BrowserContextOptions, type Page } from '@playwright/test';
import type { Places } from '../stories/views';
import { views } from '../stories/walk';
import { furnish, placesOf, signInToDemo } from './demo';
import { tour } from './tour';

test.describe.configure({ mode: 'serial' });

/** Names of views to take; all if there are none. */
const wanted = (process.env.VIEWS ?? '').split(',').filter((name) => name !== '');

const all = 'reports/pictures';
const kept = '../docs/pictures';
const looks = [
  { theme: 'light', width: 1440, height: 900 },
  { theme: 'dark', width: 1440, height: 900 },
  { theme: 'light', width: 360, height: 740 },
  { theme: 'dark', width: 360, height: 740 },
] as const;
const place = { locale: 'en-GB', timezoneId: 'Europe/Vienna' };
let signedIn: BrowserContextOptions['storageState'];
let places: Places;

test.beforeAll(async ({ browser }) => {
  const page = await browser.newPage(place);
  await signInToDemo(page);
  places = await furnish(page, await placesOf(page));
  signedIn = await page.context().storageState();
  mkdirSync(kept, { recursive: true });
});

for (const { theme, width, height } of looks) {
  test(`${theme}, ${width} px`, async ({ browser }) => {
    const look = { ...place, colorScheme: theme, viewport: { width, height } };
    const missed: string[] = [];
    const take = async (page: Page, view: string) => {
      await settled(page);
      // Where the last view left it.
      const left = '[data-region=sidebar] a:focus, [data-region=pane] [data-tip]:focus';
      await page.locator(left).evaluateAll((all) => {
        for (const each of all) (each as HTMLElement).blur();
      });
      await expect(page.locator('[popover][aria-hidden=true]')).toHaveCount(0);
      const name = `${view}-${theme}-${width}`;
      const picture = await page.screenshot({ path: `${all}/${name}.png` });
      if (tour.includes(name)) writeFileSync(`${kept}/${name}.webp`, await webp(page, picture));
    };

    const front = await browser.newPage(look);
    await front.goto('/');
    await expect(front.getByLabel('Mail')).toBeVisible();
    await take(front, 'signin');

    const page = await (await browser.newContext({ ...look, storageState: signedIn })).newPage();
    await page.goto(`/w/${places.slug}/c/${places.channel}`);
    await expect(page.locator('main').getByRole('article').first()).toBeVisible();
    for (const view of views) {
      if (wanted.length > 0 && !wanted.includes(view.name)) continue;
      try {
        await view.show(page, places);
      } catch (error) {
        missed.push(`${view.name}: ${String(error).split('\n')[0]}`);
      }
      await take(page, view.name);
      await page.mouse.move(0, 0);
    }
    expect(missed).toEqual([]);
  });
}

/** Until nothing comes or moves any more and every picture on the page is there. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(
    (restMs) =>
      new Promise<void>((resolve) => {
        const rest = () => setTimeout(resolve, restMs);
        let timer = rest();
        new MutationObserver(() => {
          clearTimeout(timer);
          timer = rest();
        }).observe(document.body, { childList: true, subtree: true, characterData: true });
      }),
    400,
  );
  await page.evaluate(async () => {
    const moving = document.getAnimations().map(({ finished }) => finished.catch(() => undefined));
    await Promise.all(moving);
    const images = [...document.images].filter((image) => !image.complete);
    await Promise.all(images.map((image) => image.decode().catch(() => undefined)));
  });
  await expect(page.locator('main [aria-busy=true]')).toHaveCount(0);
}

/** The browser writes WebP, which is a third as large. */
async function webp(page: Page, png: Buffer): Promise<Buffer> {
  const blank = await page.context().newPage();
  const data = await blank.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
    const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const canvas = document.createElement('canvas');
    canvas.width = image.width;
    canvas.height = image.height;
    canvas.getContext('2d')?.drawImage(image, 0, 0);
    return canvas.toDataURL('image/webp', 0.82).split(',')[1] ?? '';
  }, png.toString('base64'));
  await blank.close();
  return Buffer.from(data, 'base64');
}
