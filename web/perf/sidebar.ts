import type { Page } from '@playwright/test';
import { diskHolds } from './disk';

/** A conversation of the sidebar, and how far to scroll until it is seen. */
export interface Place {
  id: string;
  scrollTop: number;
}

const row = (id: string) => `[data-region="sidebar"] [data-id="${id}"]`;

/** All channels of the sidebar, from above. */
export function placesOf(page: Page): Promise<Place[]> {
  return page.evaluate(walk, 0);
}

/** Rests the pointer on one conversation after the other, so that the page fetches their messages. */
export async function fillCache(page: Page, count: number): Promise<void> {
  await page.evaluate(walk, count);
  await diskHolds(page, count);
}

/** Runs in the page: scrolls the sidebar from above, pointing at so many of its rows. */
async function walk(pointAt: number): Promise<Place[]> {
  const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
  const all = () => [
    ...document.querySelectorAll<HTMLElement>('[data-region="sidebar"] [data-id]'),
  ];
  let scroller: HTMLElement | null = all()[0] ?? null;
  while (scroller !== null && scroller.scrollHeight <= scroller.clientHeight + 1) {
    scroller = scroller.parentElement;
  }
  if (scroller === null) return [];
  const places = new Map<string, number>();
  scroller.scrollTop = 0;
  for (;;) {
    await pause(pointAt > 0 ? 50 : 30);
    const { top, bottom } = scroller.getBoundingClientRect();
    const seen = all().filter((each) => {
      const box = each.getBoundingClientRect();
      return box.top >= top && box.bottom <= bottom && !places.has(each.dataset.id ?? '');
    });
    for (const each of seen) {
      places.set(each.dataset.id ?? '', scroller.scrollTop);
      const over = new PointerEvent('pointerover', { bubbles: true, pointerType: 'mouse' });
      if (pointAt > 0) each.dispatchEvent(over);
    }
    if (pointAt > 0) await pause(300);
    const before = scroller.scrollTop;
    scroller.scrollTop += scroller.clientHeight - 60;
    const isDone = pointAt > 0 && places.size >= pointAt;
    if (isDone || scroller.scrollTop === before) break;
  }
  scroller.scrollTop = 0;
  return [...places].map(([id, scrollTop]) => ({ id, scrollTop }));
}

/** A click on a conversation, scrolled into sight before. */
export async function switchTo(page: Page, { id, scrollTop }: Place): Promise<void> {
  await page.evaluate((top) => {
    let scroller = document.querySelector('[data-region="sidebar"] [data-id]')?.parentElement;
    while (scroller && scroller.scrollHeight <= scroller.clientHeight + 1) {
      scroller = scroller.parentElement;
    }
    if (scroller) scroller.scrollTop = top;
  }, scrollTop);
  // Not where a row is pointed at before.
  await page.mouse.move(900, 300);
  await page.locator(row(id)).waitFor();
  await page.waitForTimeout(100);
  await page.locator(row(id)).click({ position: { x: 60, y: 10 } });
}
