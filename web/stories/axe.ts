import { expect, type Page } from '@playwright/test';
import axe from 'axe-core';

/** All themes; the first two follow the system. */
export const themes = ['light', 'dark', 'hc-dark', 'hc-light'] as const;

/** Fails with what is wrong, and where, if axe finds anything on the page as it is shown. */
export async function expectAccessible(page: Page, what: string): Promise<void> {
  await withoutMotion(page, async () => {
    expect.soft(await found(page, {}), what).toEqual([]);
  });
}

/**
 * The same in every theme. Themes differ by colours alone, and those by one attribute: the rest is
 * looked at once.
 */
export async function expectAccessibleInAll(page: Page, what: string): Promise<void> {
  const root = page.locator('html');
  const shown = await root.getAttribute('data-theme');
  const contrast = { runOnly: ['color-contrast'] };
  await withoutMotion(page, async () => {
    expect.soft(await found(page, {}), `${what}, ${String(shown)}`).toEqual([]);
    for (const theme of themes.filter((each) => each !== shown)) {
      await root.evaluate((html, name) => (html.dataset.theme = name), theme);
      expect.soft(await found(page, contrast), `${what}, ${theme}`).toEqual([]);
    }
    await root.evaluate((html, theme) => Object.assign(html.dataset, { theme }), shown);
  });
}

/**
 * Meanwhile colours change at once: a button under the pointer can begin to change at any time, and
 * what is half-way is no colour of the page.
 */
async function withoutMotion(page: Page, look: () => Promise<void>): Promise<void> {
  const root = page.locator('html');
  const motion = await root.evaluate(async (html) => {
    const before = html.dataset.motion;
    html.dataset.motion = 'reduced';
    const moving = document.getAnimations().map(({ finished }) => finished.catch(() => undefined));
    await Promise.all(moving);
    return before;
  });
  await look();
  await root.evaluate((html, before) => Object.assign(html.dataset, { motion: before }), motion);
}

type Finding = { id: string; nodes: string[] };

/** In a modal dialog: what lies below it is not to be reached. */
async function found(page: Page, options: axe.RunOptions): Promise<Finding[]> {
  const known = await page.evaluate(() => 'axe' in window);
  if (!known) await page.evaluate(axe.source);
  return page.evaluate(async (given) => {
    const { axe: run } = window as unknown as { axe: typeof axe };
    const dialog = [...document.querySelectorAll('dialog:modal')].at(-1);
    const { violations } = await run.run(dialog ?? document, {
      ...given,
      resultTypes: ['violations'],
    });
    return violations.map(({ id, nodes }) => ({
      id,
      nodes: nodes.map(({ html, failureSummary }) => `${html} ${failureSummary ?? ''}`),
    }));
  }, options);
}
