import type { Page } from '@playwright/test';

/** Notes on every page from now on which messages flash. */
export async function watchMarked(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const marked: string[] = [];
    Object.assign(window, { marked });
    new MutationObserver((changes) => {
      for (const { target } of changes) {
        if (target instanceof HTMLElement && target.dataset.flash === 'true') {
          marked.push(target.dataset.ts ?? '');
        }
      }
    }).observe(document, { subtree: true, attributes: true, attributeFilter: ['data-flash'] });
  });
}

/** The `ts` of the messages that have flashed since the page was loaded. */
export function markedOn(page: Page): Promise<string[]> {
  return page.evaluate(() => (window as unknown as { marked: string[] }).marked);
}
