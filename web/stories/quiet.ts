import { expect, type Page } from '@playwright/test';

/** What a page does that it must not. */
export interface Watched {
  dialogs: string[];
  complaints: string[];
  foreign: string[];
}

/** Notes from now on what scripts, the console, the policy and the network tell. */
export async function watch(page: Page, origin: string): Promise<Watched> {
  const watched: Watched = { dialogs: [], complaints: [], foreign: [] };
  page.on('dialog', (dialog) => {
    watched.dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  page.on('pageerror', (error) => watched.complaints.push(error.message));
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) watched.complaints.push(message.text());
  });
  page.on('request', (request) => {
    const url = new URL(request.url());
    const own = url.origin === origin || ['data:', 'blob:'].includes(url.protocol);
    if (!own) watched.foreign.push(request.url());
  });
  await page.addInitScript(() => {
    addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
      console.error(`policy: ${violatedDirective} ${blockedURI}`),
    );
  });
  return watched;
}

export const nothing: Watched = { dialogs: [], complaints: [], foreign: [] };

/**
 * Does something while the page speaks a language whose words are longer by four tenths, and runs
 * from right to left.
 */
export async function inAnotherLanguage(page: Page, run: () => Promise<void>): Promise<void> {
  const turn = (language: string, dir: string) =>
    page.evaluate(
      async ([wanted, way]) => {
        const key = 'parley.preferences';
        const kept = JSON.parse(localStorage.getItem(key) ?? '{}') as object;
        localStorage.setItem(key, JSON.stringify({ ...kept, language: wanted }));
        document.documentElement.dir = way ?? '';
        // As if another tab had changed it.
        dispatchEvent(new StorageEvent('storage', { key }));
        const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
        for (let left = 3; left > 0; left -= 1) await frame();
      },
      [language, dir],
    );
  await turn('pseudo', 'rtl');
  await run();
  await turn('en', 'ltr');
}

/** Fails with what is wider than the page, or than the part of the page in which it stands. */
export async function expectFits(page: Page, what: string): Promise<void> {
  const wide = await page.evaluate(() => {
    const parts = '[data-region], dialog, [role=dialog], [role=menu], main, body';
    const slack = 1;
    /** Words that end in …, and what scrolls inside of itself, may be as long as they like. */
    const mayCut = (element: Element) => {
      const { textOverflow, overflowX, webkitLineClamp } = getComputedStyle(element);
      if (textOverflow === 'ellipsis' && overflowX !== 'visible') return true;
      if (webkitLineClamp !== 'none' || element.matches('.hidden-text')) return true;
      return element.matches('pre, pre *, [data-scrolls]');
    };
    const found: string[] = [];
    const root = document.scrollingElement ?? document.documentElement;
    if (root.scrollWidth > root.clientWidth) {
      found.push(`the page: ${root.scrollWidth} > ${root.clientWidth}`);
    }
    for (const element of document.querySelectorAll('body *')) {
      const layer = element.matches('dialog, [role=dialog], [role=menu]');
      const part = layer ? document.body : element.parentElement?.closest(parts);
      if (element.matches('[role=separator]')) continue;
      if (part == null || !element.checkVisibility({ visibilityProperty: true })) continue;
      const box = element.getBoundingClientRect();
      const frame = part.getBoundingClientRect();
      if (box.width <= slack || box.height <= slack) continue;
      const out = Math.max(box.right - frame.right, frame.left - box.left);
      if (out <= slack || getComputedStyle(element).position === 'fixed') continue;
      let cut = false;
      for (let at = element.parentElement; at !== null && at !== part; at = at.parentElement) {
        cut ||= mayCut(at);
      }
      if (!cut) found.push(`${Math.round(out)} px: ${element.outerHTML.slice(0, 160)}`);
    }
    return found.slice(0, 5);
  });
  expect.soft(wide, what).toEqual([]);
}
