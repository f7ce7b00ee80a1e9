import { list, rowsOf } from './page';
import { afterPaint } from './painted';
import { measure, note, type Waits } from './waits';

const restMs = 150;

export interface Scrolled {
  frames: number;
  /** Frames of at most 16.7 ms and of at most 33 ms. */
  smooth: number;
  fair: number;
  worstMs: number;
  blank: number;
}

/** `scroll`: the frames of one movement; `anchor`: pixels by which the row under the eye moved by itself. */
export function watchMoving(waits: Waits, signal: AbortSignal): void {
  const eye = new Eye();
  let lastMs = -Infinity;
  let running = false;
  const frame = (scrolled: Scrolled, startMs: number, beforeMs: number) => {
    requestAnimationFrame((nowMs) => {
      count(scrolled, nowMs - beforeMs);
      if (performance.now() - lastMs < restMs) {
        frame(scrolled, startMs, nowMs);
        return;
      }
      running = false;
      measure('scroll', startMs, nowMs, scrolled);
      eye.rest();
    });
  };
  const moved = ({ target, type }: Event) => {
    const isList = target instanceof Node && list()?.contains(target) === true;
    if (!isList) return;
    eye.leave();
    lastMs = performance.now();
    if (running || type !== 'wheel') return;
    running = true;
    requestAnimationFrame((nowMs) => {
      frame({ frames: 0, smooth: 0, fair: 0, worstMs: 0, blank: 0 }, nowMs, nowMs);
    });
  };
  for (const type of ['wheel', 'touchmove', 'keydown', 'pointerdown'] as const) {
    document.addEventListener(type, moved, { capture: true, passive: true, signal });
  }
  waits.onChange(() => {
    if (!running) eye.look();
  });
}

function count(scrolled: Scrolled, tookMs: number): void {
  scrolled.frames += 1;
  if (tookMs <= 17.2) scrolled.smooth += 1;
  if (tookMs <= 33.9) scrolled.fair += 1;
  scrolled.worstMs = Math.max(scrolled.worstMs, tookMs);
  const scroller = list();
  if (scroller === null) return;
  const { top, height } = scroller.getBoundingClientRect();
  const lines = [...scroller.querySelectorAll('[data-index]')];
  if (!lines.some((line) => isAt(line, top + height / 2))) scrolled.blank += 1;
}

/** By its box: what lies at a point costs a frame of a slow machine a tenth of its time. */
function isAt(line: Element, y: number): boolean {
  const { top, bottom } = line.getBoundingClientRect();
  return top <= y && y <= bottom;
}

/** The row in the middle of the list, as long as nobody scrolls. */
class Eye {
  private seen: { row: Element; top: number } | undefined;

  leave(): void {
    this.seen = undefined;
  }

  rest(): void {
    const scroller = list();
    if (scroller === null) return;
    const { top, bottom } = scroller.getBoundingClientRect();
    const middle = (top + bottom) / 2;
    const row = rowsOf(scroller).find((each) => each.getBoundingClientRect().bottom >= middle);
    this.seen = row && { row, top: row.getBoundingClientRect().top };
  }

  look(): void {
    const { seen } = this;
    if (seen === undefined) return;
    afterPaint(() => {
      if (this.seen !== seen || !seen.row.isConnected) return;
      note('anchor', Math.abs(seen.row.getBoundingClientRect().top - seen.top));
      this.rest();
    });
  }
}
