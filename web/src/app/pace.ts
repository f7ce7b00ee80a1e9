import type { Turn } from '../store/inbox';

/** Somebody who wrote so lately is writing. */
const writingMs = 500;
/** Taking in what comes is one part of so many of the time while somebody writes. */
const parts = 10;
const longestMs = 400;

/**
 * Whoever writes comes first: what comes in meanwhile is gathered for longer the longer it took to
 * show what came before. What comes once in a while, or to a fast machine, does not wait.
 */
export class Pace {
  private wroteMs = -Infinity;
  private endedMs = -Infinity;
  private tookMs = 0;

  constructor(private readonly now: () => number = () => performance.now()) {}

  wrote(): void {
    this.wroteMs = this.now();
  }

  get writing(): boolean {
    return this.now() - this.wroteMs < writingMs;
  }

  /** How long what has come waits for more. */
  waitMs(): number {
    if (!this.writing) return 0;
    const pauseMs = Math.min(longestMs, this.tookMs * (parts - 1));
    return Math.max(0, this.endedMs + pauseMs - this.now());
  }

  /** Does the work, and takes note of how long it takes with all that is drawn for it at once. */
  time(work: () => boolean, isRest = false): void {
    const startMs = this.now();
    if (!work()) return;
    queueMicrotask(() => {
      this.endedMs = this.now();
      this.tookMs = this.endedMs - startMs + (isRest ? this.tookMs : 0);
    });
  }
}

/** That of the page. */
export const pace = new Pace();

/** Tells it of whatever is written on the page. */
export function followWriting(): void {
  document.addEventListener('input', () => pace.wrote(), { capture: true });
}

const hiddenMs = 250;

/**
 * Once with a frame: before the next paint, or for what has only come after a later one while
 * somebody writes, whose key that frame is to show. Hidden pages do not paint, so there a timer has
 * to do.
 */
export function atFrame(work: () => boolean, turn: Turn): void {
  if (document.visibilityState === 'hidden') {
    setTimeout(work, hiddenMs);
    return;
  }
  let done = false;
  const once = () => {
    if (!done) pace.time(work, turn === 'rest');
    done = true;
  };
  const inFrame = () => {
    if (turn !== 'asked' && pace.writing) setTimeout(once);
    else once();
  };
  const soon = () => {
    requestAnimationFrame(inFrame);
    setTimeout(once, hiddenMs);
  };
  const waitMs = turn === 'come' ? pace.waitMs() : 0;
  if (waitMs > 0) setTimeout(soon, waitMs);
  else soon();
}
