import type { Page } from '@playwright/test';

/** What was seen of a list over a number of frames. */
export interface Seen {
  frames: number;
  /** How far the rows went down in all; less than 0 when they went up. */
  moved: number;
  /** The least and the most that they went in one frame. */
  least: number;
  most: number;
  /** By how much one row went another way than its neighbours, at worst. */
  torn: number;
  /** In how many frames it had gone so far that no row of the frame before was left. */
  lost: number;
  /** The worst strip of the list without a row on it. */
  blank: number;
  /** The least room that there was to scroll, up and down. */
  above: number;
  below: number;
  /** How many rows there were at least, mounted or not. */
  rows: number;
  /** The days of what is on top at last, a pixel above and below the line; and what the page says. */
  days: string[];
  pill: string;
  worst: string;
}

/**
 * Watches every frame of the list from now on, as it is painted: an observer of sizes that comes
 * after the list's own looks last before the paint.
 */
export async function watchFrames(page: Page): Promise<void> {
  await page.evaluate(() => {
    const fresh = (): Seen => ({
      frames: 0,
      moved: 0,
      least: 0,
      most: 0,
      torn: 0,
      lost: 0,
      blank: 0,
      above: Infinity,
      below: Infinity,
      rows: 0,
      days: [],
      pill: '',
      worst: '',
    });
    let seen = fresh();
    let before = new Map<Element, DOMRect>();
    let quiet = 0;
    const names = new Set<number>();
    let wheels = 0;
    addEventListener('wheel', () => (wheels += 1), { capture: true, passive: true });

    const note = ({ textContent }: Element) => {
      const name = /Row (\d+)\./.exec(textContent)?.[1];
      if (name !== undefined) names.add(Number(name));
    };
    const look = () => {
      const feed = document.querySelector('main [role=feed]');
      if (feed === null) return;
      const frame = feed.getBoundingClientRect();
      const rects = [...feed.querySelectorAll('[data-index]')].map(
        (element) => [element, element.getBoundingClientRect()] as const,
      );
      const isShown = ({ top, bottom }: DOMRect) => bottom > frame.top && top < frame.bottom;
      const shown = rects
        .filter(([, rect]) => isShown(rect))
        .sort(([, one], [, two]) => one.top - two.top);
      const worse = (what: string) => {
        const { scrollTop, scrollHeight, clientHeight } = feed;
        const place = `at ${scrollTop} of ${scrollHeight - clientHeight}`;
        seen.worst = `frame ${seen.frames}: ${what}, ${place}`;
      };

      // The viewport is covered: no strip between two rows, above the first or below the last.
      let reached = frame.top;
      let blank = 0;
      for (const [, rect] of shown) {
        blank = Math.max(blank, rect.top - reached);
        reached = Math.max(reached, rect.bottom);
      }
      const padding = parseFloat(getComputedStyle(feed).paddingBlockEnd);
      blank = Math.max(blank, frame.bottom - padding - reached);
      if (blank > seen.blank) {
        seen.blank = blank;
        worse(`${blank} px blank`);
      }

      const now = new Map(rects);
      const shifts = shown.flatMap(([element, rect]) => {
        const old = before.get(element);
        return old === undefined ? [] : [rect.top - old.top];
      });
      const least = Math.min(...shifts);
      const most = Math.max(...shifts);
      if (shifts.length > 0) {
        const torn = most - least;
        if (torn > seen.torn) {
          seen.torn = torn;
          worse(`rows went between ${least} and ${most} px`);
        }
        const shift = shifts[Math.floor(shifts.length / 2)] ?? 0;
        seen.moved += shift;
        seen.least = Math.min(seen.least, shift);
        seen.most = Math.max(seen.most, shift);
        quiet = Math.abs(shift) < 0.01 && torn < 0.01 ? quiet + 1 : 0;
      } else if (before.size > 0) {
        seen.lost += 1;
        quiet = 0;
      }
      const end = feed.scrollHeight - feed.clientHeight;
      seen.above = Math.min(seen.above, feed.scrollTop);
      seen.below = Math.min(seen.below, end - feed.scrollTop);
      for (const [element] of rects) {
        if (before.has(element)) continue;
        seen.rows = Math.max(seen.rows, Number(element.getAttribute('data-index')) + 1);
        note(element);
      }
      seen.frames += 1;
      before = now;
    };

    const date = new Intl.DateTimeFormat('en', { weekday: 'long', day: 'numeric', month: 'long' });
    const nameOf = (time: string): string => {
      const [name, today, yesterday] = [Date.parse(time), Date.now(), Date.now() - 86_400_000].map(
        (ms) => date.format(ms),
      );
      if (name === today) return 'Today';
      return name === yesterday ? 'Yesterday' : (name ?? '');
    };
    /** The day of the first row of which so much is seen. */
    const dayAt = (px: number): string => {
      const feed = document.querySelector('main [role=feed]');
      const line = (feed?.getBoundingClientRect().top ?? 0) + px;
      const items = [...before.keys()]
        .map((element) => [element, element.getBoundingClientRect()] as const)
        .filter(([element, rect]) => rect.bottom > line && element.matches(':not([data-kind=new])'))
        .sort(([, one], [, two]) => one.top - two.top);
      const element = items[0]?.[0];
      if (element?.getAttribute('data-kind') === 'day') return element.textContent;
      const time = element?.querySelector('time')?.dateTime;
      return time === undefined ? '' : nameOf(time);
    };
    const pill = '[data-region=list] > :not([role=feed]) [aria-haspopup=menu]';

    const pulse = document.createElement('i');
    pulse.style.cssText = 'position:fixed;inset:0 auto auto 0;block-size:1px;visibility:hidden';
    document.body.append(pulse);
    new ResizeObserver(look).observe(pulse);
    let odd = false;
    const beat = () => {
      odd = !odd;
      pulse.style.inlineSize = odd ? '1px' : '2px';
      requestAnimationFrame(beat);
    };
    requestAnimationFrame(beat);

    Object.assign(window, {
      /** Resolves when as many turns of the wheel have come and nothing moves any more. */
      settledAfter: async (turns: number): Promise<Seen> => {
        const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
        while (wheels < turns) await frame();
        wheels = 0;
        quiet = 0;
        while (quiet < 3) await frame();
        const all = seen;
        seen = fresh();
        const days = [dayAt(7), dayAt(9)];
        return { ...all, days, pill: document.querySelector(pill)?.textContent ?? '' };
      },
      /** Which of the numbered rows were there since this was asked before. */
      namesSeen: (): number[] => {
        const all = [...names];
        names.clear();
        for (const element of before.keys()) note(element);
        return all;
      },
    });
  });
}

/** Waits until the list stands still after so many turns of the wheel, and says what was seen. */
export async function settledAfter(page: Page, turns: number): Promise<Seen> {
  return page.evaluate(
    (count) =>
      (window as unknown as { settledAfter: (turns: number) => Promise<Seen> }).settledAfter(count),
    turns,
  );
}

/** Which of the numbered rows were there, if for a frame, since this was asked before. */
export async function namesSeen(page: Page): Promise<number[]> {
  return page.evaluate(() => (window as unknown as { namesSeen: () => number[] }).namesSeen());
}
