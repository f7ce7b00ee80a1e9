import type { Page } from '@playwright/test';
import type { Scrolled } from '../src/perf/moving';

export interface Sample {
  at: number;
  value: number;
}

interface Entry {
  type: string;
  name: string;
  at: number;
  duration: number;
  detail: unknown;
}

/** What was measured at one speed, run by run. */
export class Samples {
  private readonly all: Map<string, Sample[]>[] = [];

  constructor(readonly isThrottled: boolean) {}

  begin(): void {
    this.all.push(new Map());
  }

  add(name: string, sample: Sample): void {
    const run = this.all.at(-1);
    if (run === undefined) return;
    const held = run.get(name);
    if (held === undefined) run.set(name, [sample]);
    else held.push(sample);
  }

  runs(name: string): readonly (readonly Sample[])[] {
    return this.all.map((run) => run.get(name) ?? []);
  }

  /** All figures by name, run by run. */
  told(): string {
    const names = [...new Set(this.all.flatMap((run) => [...run.keys()]))];
    const values = (name: string) =>
      this.runs(name).map((run) => run.map(({ value }) => Math.round(value)).join(' '));
    return names.map((name) => `${name} ${values(name).join(' | ')}`).join('\n');
  }

  /** Takes what the page has measured since, of these names alone if there are any. */
  take(page: Page, ...only: readonly string[]): Promise<number> {
    return this.takeAs(page, (name) =>
      only.length === 0 || only.includes(name) ? name : undefined,
    );
  }

  /** Takes what the page has measured since under other names; nothing of what has none. */
  async takeAs(page: Page, named: (name: string) => string | undefined): Promise<number> {
    const entries = await page.evaluate(readEntries);
    let count = 0;
    for (const entry of entries) {
      const name = entry.name.replace('parley:', '');
      const always = name === 'interaction' || name === 'shift';
      const as = always ? name : named(name);
      if (as === undefined) continue;
      if (!always) count += 1;
      if (as === 'scroll') this.scrolled(entry);
      else this.add(as, { at: entry.at, value: valueOf(entry) });
    }
    return count;
  }

  private scrolled({ at, detail }: Entry): void {
    const { frames, smooth, fair, worstMs, blank } = detail as Scrolled;
    if (frames < 10) return;
    const good = this.isThrottled ? fair : smooth;
    this.add('scroll-share', { at, value: (100 * good) / frames });
    this.add('scroll-worst', { at, value: worstMs });
    this.add('scroll-blank', { at, value: blank });
  }
}

function valueOf({ type, detail, duration }: Entry): number {
  return type === 'mark' && typeof detail === 'number' ? detail : duration;
}

/** Runs in the page. */
function readEntries(): Entry[] {
  const types = ['measure', 'mark'] as const;
  const entries = types.flatMap((type) => performance.getEntriesByType(type));
  performance.clearMeasures();
  performance.clearMarks();
  return entries
    .filter(({ name }) => name.startsWith('parley:'))
    .map((entry) => ({
      type: entry.entryType,
      name: entry.name,
      at: entry.startTime,
      duration: entry.duration,
      detail: (entry as PerformanceMark).detail as unknown,
    }));
}
