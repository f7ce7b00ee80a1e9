import { expect, type Page } from '@playwright/test';

/**
 * The keyboard of somebody who has no mouse: after every key something has the focus, on the
 * screen, and shows that it has.
 */
export function byKeys(page: Page) {
  const press = async (...keys: string[]) => {
    for (const key of keys) {
      await page.keyboard.press(key);
      await expect.poll(() => whereFocusIs(page), { message: `after ${key}` }).toBe('seen');
    }
  };
  const type = (text: string) => page.keyboard.type(text);
  /** Presses a key until something has the focus. */
  const until = async (key: string, has: () => Promise<boolean>) => {
    for (let left = 25; left > 0 && !(await has()); left -= 1) await press(key);
    expect(await has(), `reached by ${key}`).toBe(true);
  };
  const focused = (selector: string, text = '') =>
    page.evaluate(
      ([wanted, words]) => {
        const at = document.activeElement;
        const name = `${at?.getAttribute('aria-label') ?? ''} ${at?.textContent ?? ''}`;
        return at?.matches(wanted ?? '') === true && name.includes(words ?? '');
      },
      [selector, text],
    );
  return { press, type, until, focused };
}

function whereFocusIs(page: Page): Promise<string> {
  return page.evaluate(() => {
    const at = document.activeElement;
    if (at === null || at === document.body) return 'nowhere';
    const { top, bottom, left, right, width } = at.getBoundingClientRect();
    if (width === 0) return `not shown: ${at.outerHTML.slice(0, 120)}`;
    if (bottom <= 0 || right <= 0 || top >= innerHeight || left >= innerWidth) {
      return `off the screen: ${at.outerHTML.slice(0, 120)}`;
    }
    // What lies on an edge shows it by a line, a list by the row that is marked.
    if (at.role === 'separator') {
      const line = getComputedStyle(at, '::after').backgroundColor;
      return line === 'rgba(0, 0, 0, 0)' ? 'no line' : 'seen';
    }
    const marked = document.getElementById(at.getAttribute('aria-activedescendant') ?? '');
    if (marked?.checkVisibility() === true) return 'seen';
    // A ring, on it or on the box of a field.
    let box: Element | null = at;
    for (let up = 0; up < 6 && box !== null; up += 1, box = box.parentElement) {
      const { outlineStyle, outlineWidth } = getComputedStyle(box);
      if (outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2) return 'seen';
    }
    return `no ring: ${at.outerHTML.slice(0, 120)}`;
  });
}
