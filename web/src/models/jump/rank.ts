import { Best } from './best';
import type { JumpMemory } from './memory';
import { lastVisited, scoreOf, type Asked } from './score';
import { matchOf, queryOf } from './match';
import type { Place, Targets } from './runs';
import type { Target } from './targets';

export interface RankInput {
  targets: Targets;
  memory: JumpMemory;
  now: number;
  limit: number;
}

/** Targets that answer what was typed, the best first; `#`, `@` and `>` ask for one kind. */
export function rank(typed: string, { targets, memory, now, limit }: RankInput): Target[] {
  const { kinds, text } = filterOf(typed);
  const query = queryOf(text);
  if (query.text === '' && kinds === undefined) return [];
  const asked = { memory, now, asked: typed.trim().toLowerCase() };
  const best = new Best(limit);
  const look = ({ target, names, order }: Place, least: number, known?: Asked) => {
    if (kinds !== undefined && !kinds.has(target.kind)) return;
    const match = query.text === '' ? 0.5 : matchOf(query, names, least);
    if (match > 0) best.add({ target, score: scoreOf(target, match, known), order });
  };
  // They weigh most. Once they are known, most of the others need not be looked at closely.
  const remembered = targets.remembered(memory);
  for (const place of remembered) look(place, 0, asked);
  const seen = new Set(remembered.map(({ target }) => target));
  let before = 0;
  for (const run of targets.runs) {
    run.each(query, best, (target, names, at, least) => {
      if (!seen.has(target)) look({ target, names, order: before + at }, least);
    });
    before += run.targets.length;
  }
  return best.targets();
}

/**
 * What is offered before anything is typed: where one was before, what names one, what is new,
 * and where one has been, the newest first.
 */
export function offered({ targets, memory, limit }: RankInput, open: string | undefined): Target[] {
  const byKey = new Map(targets.remembered(memory).map(({ target }) => [target.key, target]));
  const byRecency = (one: Target, two: Target) => two.lastActive - one.lastActive;
  const went = lastVisited(memory).flatMap((key) => byKey.get(key) ?? []);
  const previous = went.find((target) => target.key !== open && target.channel !== undefined);
  const all = targets.runs.flatMap((run) => run.targets);
  const mentioned = all.filter(({ mention }) => mention).sort(byRecency);
  const unread = all.filter((target) => target.unread).sort(byRecency);
  const joined = all.filter(({ member }) => member).sort(byRecency);
  const rows = [previous, ...mentioned, ...unread, ...went, ...joined];
  const shown = rows.filter((each) => each !== undefined && each.key !== open && !each.gone);
  return [...new Set(shown)].slice(0, limit) as Target[];
}

const filters: Record<string, ReadonlySet<Target['kind']>> = {
  '#': new Set(['channel', 'private']),
  '@': new Set(['person', 'group']),
  '>': new Set(['command']),
};

/** By what people are asked for, if what was typed may mean some. */
export function peopleIn(typed: string): string | undefined {
  return textFor('person', typed);
}

/** The same of channels. */
export function channelsIn(typed: string): string | undefined {
  return textFor('channel', typed);
}

function textFor(kind: Target['kind'], typed: string): string | undefined {
  const { kinds, text } = filterOf(typed);
  return kinds === undefined || kinds.has(kind) ? text.trim() : undefined;
}

function filterOf(typed: string): { kinds: ReadonlySet<Target['kind']> | undefined; text: string } {
  const text = typed.trimStart();
  const kinds = filters[text[0] ?? ''];
  return kinds === undefined ? { kinds, text } : { kinds, text: text.slice(1) };
}
