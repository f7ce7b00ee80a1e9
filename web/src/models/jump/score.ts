import { lastOf, type JumpMemory } from './memory';

const hourMs = 3_600_000;
const halfVisitMs = 72 * hourMs;
const halfPickMs = 30 * 24 * hourMs;

/** F: what recent visits weigh, each half after three days. */
export function frecency({ visits }: JumpMemory, target: string, now: number): number {
  let sum = 0;
  for (const at of visits[target] ?? []) sum += 2 ** (-Math.max(0, now - at) / halfVisitMs);
  return sum;
}

/** P: 1 if this was chosen for this query just now, half after a month, 0 if never. */
export function picked({ picks }: JumpMemory, query: string, target: string, now: number): number {
  const at = picks[query]?.[target];
  return at === undefined ? 0 : 2 ** (-Math.max(0, now - at) / halfPickMs);
}

/** Targets by their last visit, the newest first. */
export function lastVisited({ visits }: JumpMemory): string[] {
  return Object.entries(visits)
    .sort(([, one], [, two]) => lastOf(two) - lastOf(one))
    .map(([target]) => target);
}
