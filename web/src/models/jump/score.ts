import { lastOf, type JumpMemory } from './memory';
import type { Target } from './targets';

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

export interface Asked {
  memory: JumpMemory;
  now: number;
  /** As it was typed, which is how picks are remembered. */
  asked: string;
}

/** What a name answers that begins with the letters. */
const beginning = 0.9;

/** client.md 6; of what is not remembered, nobody needs to ask what is. */
export function scoreOf(target: Target, match: number, asked: Asked | undefined): number {
  const learned = asked === undefined ? 0 : learnedOf(target, asked);
  return 1000 * match + learned + standingOf(target) - 350 * Number(isAside(target, match));
}

function learnedOf({ key }: Target, { memory, now, asked }: Asked): number {
  return (
    200 * Math.min(1, Math.log(1 + frecency(memory, key, now)) / 3) +
    250 * picked(memory, asked, key, now)
  );
}

/** Few letters inside a command's title mean somebody or a channel more often than the command. */
function isAside({ kind }: Target, match: number): boolean {
  return match < beginning && (kind === 'view' || kind === 'setting' || kind === 'command');
}

/** The part of the score that does not depend on the query. */
export function standingOf({ mention, unread, member, muted, gone }: Target): number {
  return (
    120 * Number(mention) +
    60 * Number(unread) +
    40 * Number(member) -
    100 * Number(muted) -
    300 * Number(gone)
  );
}
