export interface Backoff {
  baseMs: number;
  maxMs: number;
}

/** Full jitter: anything between 0 and a ceiling that doubles with each attempt. */
export function fullJitter(attempt: number, random: number, { baseMs, maxMs }: Backoff): number {
  const ceiling = Math.min(maxMs, baseMs * 2 ** Math.min(attempt, 30));
  return Math.round(random * ceiling);
}
