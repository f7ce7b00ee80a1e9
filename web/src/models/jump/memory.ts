/** Where somebody went, and what they chose for what they typed; times in milliseconds. */
export interface JumpMemory {
  /** By target, the newest last. */
  visits: Readonly<Record<string, readonly number[]>>;
  /** By query and target. */
  picks: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

export const noMemory: JumpMemory = { visits: {}, picks: {} };

const keptVisits = 20;
const keptTargets = 500;
const keptQueries = 300;

export function withVisit(memory: JumpMemory, target: string, now: number): JumpMemory {
  const before = memory.visits[target] ?? [];
  const visits = { ...memory.visits, [target]: [...before, now].slice(-keptVisits) };
  return { ...memory, visits: newest(visits, keptTargets, lastOf) };
}

export function withPick(
  memory: JumpMemory,
  query: string,
  target: string,
  now: number,
): JumpMemory {
  const picks = { ...memory.picks, [query]: { ...memory.picks[query], [target]: now } };
  const lastPick = (each: Readonly<Record<string, number>>) => Math.max(...Object.values(each));
  return { ...memory, picks: newest(picks, keptQueries, lastPick) };
}

export function lastOf(visits: readonly number[]): number {
  return visits.at(-1) ?? 0;
}

function newest<T>(
  record: Readonly<Record<string, T>>,
  most: number,
  timeOf: (value: T) => number,
): Readonly<Record<string, T>> {
  const entries = Object.entries(record);
  if (entries.length <= most) return record;
  entries.sort(([, one], [, two]) => timeOf(two) - timeOf(one));
  return Object.fromEntries(entries.slice(0, most));
}
