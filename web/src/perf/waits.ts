import { afterPaint } from './painted';

export interface Wait {
  /** Its entry is called `parley:` and this; it may be known only when it is shown. */
  name: string | (() => string | undefined);
  /** The time stamp of the event that begins it. */
  startMs: number;
  isShown: () => boolean;
  giveUpMs?: number;
  onPainted?: (now: number) => void;
}

const usualMs = 5000;
/** Of a name: what never comes, such as a badge that stays as it was, is not to fill the list. */
const mostOfName = 10;

/**
 * What is to be seen on the page: looked for whenever the page changes, and measured when it has
 * been painted. Figures are User Timing measures; the page itself knows nothing of them.
 */
export class Waits {
  private waiting: Wait[] = [];
  private readonly observer = new MutationObserver(() => this.look());
  private readonly looks: (() => void)[] = [];

  start(root: Node): void {
    const all = { childList: true, subtree: true, characterData: true };
    const attributes = { attributes: true, attributeFilter: ['aria-label', 'open', 'data-unread'] };
    this.observer.observe(root, { ...all, ...attributes });
  }

  stop(): void {
    this.observer.disconnect();
    this.waiting = [];
  }

  /** Is called whenever the page has changed, before the frame that shows it. */
  onChange(listener: () => void): void {
    this.looks.push(listener);
  }

  add(wait: Wait): void {
    const alike = this.waiting.filter(({ name }) => name === wait.name);
    if (alike.length < mostOfName) this.waiting.push(wait);
  }

  /** What has not come yet is not waited for any more. */
  drop(name: string): void {
    this.waiting = this.waiting.filter((wait) => wait.name !== name);
  }

  look(): void {
    for (const listener of this.looks) listener();
    if (this.waiting.length === 0) return;
    const now = performance.now();
    const shown = this.waiting.filter((wait) => wait.isShown());
    this.waiting = this.waiting.filter(
      (wait) => !shown.includes(wait) && now - wait.startMs < (wait.giveUpMs ?? usualMs),
    );
    if (shown.length > 0) afterPaint((at) => shown.forEach((wait) => finish(wait, at)));
  }
}

function finish({ name, startMs, onPainted }: Wait, now: number): void {
  const known = typeof name === 'string' ? name : name();
  if (known !== undefined) measure(known, startMs, now);
  onPainted?.(now);
}

export function measure(name: string, start: number, end: number, detail?: unknown): void {
  performance.measure(`parley:${name}`, { start: Math.min(start, end), end, detail });
}

/** Something that is no time: pixels, a share. */
export function note(name: string, value: number): void {
  performance.mark(`parley:${name}`, { detail: value });
}
