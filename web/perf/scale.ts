/**
 * `PERF_SCALE` below 1 makes everything smaller, `PERF_RUNS` fewer: to see that it works, not to
 * measure. `PERF_RATES=1` leaves the slowed-down processor out.
 */
const scale = Number(process.env.PERF_SCALE ?? '1');

export function scaled(full: number, least: number): number {
  return Math.max(least, Math.round(full * scale));
}

/** `PERF_STEPS=open,scroll` does these steps alone, and tells each figure. */
const only = process.env.PERF_STEPS?.split(',');

export const isWanted = (step: string) => only === undefined || only.includes(step);

export const isPart = only !== undefined;

export const isWhole = scale >= 1 && !isPart;

/** How many times slower the processor is made. */
export const rates = (process.env.PERF_RATES ?? '1,4').split(',').map(Number);

export const size = {
  people: scaled(10_000, 60),
  channels: scaled(2_000, 200),
  /** Half of them in the first 20 channels, the rest in all. */
  messages: scaled(200_000, 20_000),
  /** Conversations whose newest 50 messages are in the local cache. */
  cached: scaled(1_000, 80),
  runs: Number(process.env.PERF_RUNS ?? (isWhole ? '5' : '1')),
};

/** Of each: so many that the 95th percentile is not just the slowest one. */
export const gestures = scaled(20, 3);

export const day = {
  switches: scaled(500, 40),
  received: scaled(20_000, 200),
  threads: scaled(200, 6),
  pickers: scaled(50, 4),
};

/** No run begins after that: the table is printed in any case. */
export const longestMs = 10 * 60_000;
