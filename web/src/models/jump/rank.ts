import { compareTitles } from '../titles';
import type { JumpMemory } from './memory';
import { frecency, lastVisited, picked } from './score';
import { matchOf, queryOf } from './match';
import type { Target } from './targets';

export interface RankInput {
  targets: readonly Target[];
  memory: JumpMemory;
  now: number;
  limit: number;
}

/** Targets that answer what was typed, the best first; `#`, `@` and `>` ask for one kind. */
export function rank(typed: string, { targets, memory, now, limit }: RankInput): Target[] {
  const { kinds, text } = filterOf(typed);
  const query = queryOf(text);
  const asked = typed.trim().toLowerCase();
  const best: Found[] = [];
  for (const target of targets) {
    if (kinds !== undefined && !kinds.has(target.kind)) continue;
    const match =
      query.text === '' ? (kinds === undefined ? 0 : 0.5) : matchOf(query, target.names);
    if (match === 0) continue;
    insert(best, { target, score: scoreOf(target, match, { memory, now, asked }) }, limit);
  }
  return best.map(({ target }) => target);
}

interface Found {
  target: Target;
  score: number;
}

/** Keeps the best in their order: cheaper than sorting thousands to show a screen of them. */
function insert(best: Found[], found: Found, limit: number): void {
  const last = best.at(-1);
  if (best.length >= limit && last !== undefined && compare(found, last) >= 0) return;
  const at = best.findIndex((each) => compare(found, each) < 0);
  best.splice(at < 0 ? best.length : at, 0, found);
  if (best.length > limit) best.pop();
}

function compare(one: Found, two: Found): number {
  return (
    two.score - one.score ||
    two.target.lastActive - one.target.lastActive ||
    compareTitles(one.target.title, two.target.title)
  );
}

/**
 * What is offered before anything is typed: where one was before, what names one, what is new,
 * and where one has been, the newest first.
 */
export function offered({ targets, memory, limit }: RankInput, open: string | undefined): Target[] {
  const visited = lastVisited(memory);
  const byKey = new Map(targets.map((target) => [target.key, target]));
  const byRecency = (one: Target, two: Target) => two.lastActive - one.lastActive;
  const went = visited.flatMap((key) => byKey.get(key) ?? []);
  const previous = went.find((target) => target.key !== open && target.channel !== undefined);
  const mentioned = targets.filter(({ mention }) => mention).sort(byRecency);
  const unread = targets.filter((target) => target.unread).sort(byRecency);
  const joined = targets.filter(({ member }) => member).sort(byRecency);
  const all = [previous, ...mentioned, ...unread, ...went, ...joined];
  const rows = new Set(all.filter((each) => each !== undefined && each.key !== open && !each.gone));
  return [...rows].slice(0, limit) as Target[];
}

interface Asked {
  memory: JumpMemory;
  now: number;
  /** As it was typed, which is how picks are remembered. */
  asked: string;
}

/** What a name answers that begins with the letters. */
const beginning = 0.9;

/** client.md 6; one is led to people and channels first. */
function scoreOf(target: Target, match: number, { memory, now, asked }: Asked): number {
  const { key, kind, mention, unread, member, muted, gone } = target;
  // Few letters inside a command's title mean somebody or a channel more often than the command.
  const inside = match < beginning && (kind === 'view' || kind === 'setting' || kind === 'command');
  return (
    1000 * match +
    200 * Math.min(1, Math.log(1 + frecency(memory, key, now)) / 3) +
    250 * picked(memory, asked, key, now) +
    120 * Number(mention) +
    60 * Number(unread) +
    40 * Number(member) -
    100 * Number(muted) -
    300 * Number(gone) -
    350 * Number(inside)
  );
}

const filters: Record<string, ReadonlySet<Target['kind']>> = {
  '#': new Set(['channel', 'private']),
  '@': new Set(['person', 'group']),
  '>': new Set(['command']),
};

/** By what people are asked for, if what was typed may mean some. */
export function peopleIn(typed: string): string | undefined {
  const { kinds, text } = filterOf(typed);
  return kinds === undefined || kinds.has('person') ? text.trim() : undefined;
}

function filterOf(typed: string): { kinds: ReadonlySet<Target['kind']> | undefined; text: string } {
  const text = typed.trimStart();
  const kinds = filters[text[0] ?? ''];
  return kinds === undefined ? { kinds, text } : { kinds, text: text.slice(1) };
}
