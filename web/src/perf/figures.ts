export interface Figure {
  name: string;
  count: number;
  last: number;
  p95: number;
  max: number;
}

/** What was measured under each name. */
export class Figures {
  private readonly values = new Map<string, number[]>();

  add(name: string, value: number): void {
    const values = this.values.get(name);
    if (values === undefined) this.values.set(name, [value]);
    else values.push(value);
  }

  all(): Figure[] {
    return [...this.values].map(([name, values]) => ({
      name,
      count: values.length,
      last: values.at(-1) ?? 0,
      p95: percentile(values, 0.95),
      max: Math.max(...values),
    }));
  }
}

/** The least value that a share of all does not exceed. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((one, two) => one - two);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
}

interface Shift {
  at: number;
  value: number;
}

/** The greatest sum of shifts within 5 s that are less than 1 s apart, as web.dev defines it. */
export function layoutShiftOf(shifts: readonly Shift[]): number {
  let [most, sum, first, last] = [0, 0, -Infinity, -Infinity];
  for (const { at, value } of shifts) {
    if (at - last < 1000 && at - first < 5000) sum += value;
    else [sum, first] = [value, at];
    last = at;
    most = Math.max(most, sum);
  }
  return most;
}

/** The worst interaction; of every fifty one is left out. */
export function interactionOf(durations: readonly number[]): number {
  const sorted = [...durations].sort((one, two) => two - one);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length / 50))] ?? 0;
}
