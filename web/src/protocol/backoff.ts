export interface Backoff {
  baseMs: number;
  maxMs: number;
}

/** Full jitter: anything between 0 and a ceiling that doubles with each attempt. */
export function fullJitter(attempt: number, random: number, { baseMs, maxMs }: Backoff): number {
  const ceiling = Math.min(maxMs, baseMs * 2 ** Math.min(attempt, 30));
  return Math.round(random * ceiling);
}

/** How long a page waits before it asks for its start again. */
export function bootWaitMs(attempt: number, random: number): number {
  return 300 + fullJitter(attempt, random, { baseMs: 500, maxMs: 15_000 });
}
