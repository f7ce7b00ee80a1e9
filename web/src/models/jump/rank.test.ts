import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Conversation, FoundChannel, Person } from '../../protocol/generated';
import { conversation } from '../../testing/builders';
import { nameOf } from '../names';
import { fold } from '../ranking';
import { compareTitles } from '../titles';
import { noMemory, withPick, withVisit, type JumpMemory } from './memory';
import { rank } from './rank';
import { scoreOf } from './score';
import { targetsOf, type Place, type Target } from './targets';

const now = 1_700_000_000_000;
const limit = 4;

interface State {
  conversations: Record<string, Conversation>;
  people: Record<string, Person>;
  others: FoundChannel[];
  memory: JumpMemory;
  typed: string;
}

const places: Place[] = [
  { key: 'command:1', kind: 'command', title: 'Ban an ape' },
  { key: 'setting:1', kind: 'setting', title: 'Abba' },
  { key: 'view:1', kind: 'view', title: 'Nab-a.b' },
];
const titleOf = ({ name = '', users = [] }: Conversation) => (name === '' ? users.join() : name);
const all = ({ conversations, people, others }: State) =>
  targetsOf({ self: 'U0', conversations, people, ops: [], others, places, titleOf });

/** What client.md 6 says, of one name after the other, and then everything is sorted. */
function plainly(state: State): string[] {
  const { typed, memory } = state;
  const kinds = { '#': ['channel', 'private'], '@': ['person', 'group'], '>': ['command'] }[
    typed.trimStart()[0] ?? ''
  ];
  const text = fold((kinds === undefined ? typed : typed.trimStart().slice(1)).trim());
  const asked = { memory, now, asked: typed.trim().toLowerCase() };
  const found = all(state)
    .runs.flatMap(({ targets }) => targets)
    .filter(({ kind }) => kinds === undefined || kinds.includes(kind))
    .map((target) => ({ target, match: plainMatch(text, target, kinds !== undefined) }))
    .filter(({ match }) => match > 0)
    .map(({ target, match }) => ({ target, score: scoreOf(target, match, asked) }));
  found.sort(
    (one, two) =>
      two.score - one.score ||
      two.target.lastActive - one.target.lastActive ||
      compareTitles(one.target.title, two.target.title),
  );
  return found.slice(0, limit).map(({ target }) => target.key);
}

function plainMatch(text: string, { names }: Target, listed: boolean): number {
  if (text === '') return listed ? 0.5 : 0;
  const split = (name: string) => name.split(/[\s._-]+/).filter((word) => word !== '');
  const asked = split(text);
  const letters = text.replace(/\s+/g, '');
  const some = (is: (name: string) => boolean) => names.whole.some(is);
  if (some((name) => name === text)) return 1;
  if (some((name) => name.startsWith(text))) return 0.9;
  const begins = (each: string) => names.words.some((word) => word.startsWith(each));
  if (asked.length > 0 && asked.every(begins)) return 0.8;
  const initials = (name: string) => split(name).reduce((sum, word) => sum + word[0]!, '');
  if (letters.length > 1 && some((name) => initials(name).startsWith(letters))) return 0.65;
  if (some((name) => name.includes(text))) return 0.5;
  return letters.length > 1 && some((name) => isSpread(letters, name)) ? 0.35 : 0;
}

function isSpread(letters: string, name: string): boolean {
  const starts = Array.from(name, (_, at) => at).filter((at) => name.startsWith(letters[0]!, at));
  return starts.some((start) => {
    let at = start;
    for (const letter of letters) {
      const found = name.indexOf(letter, at);
      if (found < 0) return false;
      at = found + letter.length;
    }
    return at - start <= letters.length * 2;
  });
}

const word = fc.stringMatching(/^[abn12éß]{1,4}$/);
const name = fc
  .array(word, { minLength: 1, maxLength: 3 })
  .chain((words) => fc.constantFrom(' ', '-', '.', '_').map((sign) => words.join(sign)));
const id = (letter: string, most: number) =>
  fc.integer({ min: 1, max: most }).map((at) => `${letter}${at}`);
const user = id('U', 30);

const maybe = fc.constantFrom(true as const, undefined);
const person = fc
  .record({ id: user, name, real_name: name, display_name: fc.option(name, { nil: undefined }) })
  .chain((given) => maybe.map((deleted): Person => ({ ...given, ...(deleted && { deleted }) })));
const standing = fc.record({
  muted: maybe,
  is_archived: fc.boolean(),
  mention_count: fc.nat({ max: 1 }),
  message_number: fc.nat({ max: 2 }),
  created: fc.nat({ max: 2 }),
});
const channel = fc
  .record({ id: id('C', 20), name, is_private: fc.boolean() })
  .chain((given) => standing.map((stands) => conversation({ ...given, ...stands })));
const direct = user.chain((each) =>
  standing.map((stands) =>
    conversation({ ...stands, id: `D${each}`, is_im: true, is_private: true, user: each }),
  ),
);
const group = fc
  .record({ id: id('G', 5), users: fc.uniqueArray(user, { minLength: 1, maxLength: 3 }) })
  .chain(({ id, users }) =>
    standing.map((stands) =>
      conversation({ ...stands, id, is_mpim: true, is_private: true, users, name: undefined }),
    ),
  );
const other = fc.record({ id: id('O', 9), name, is_archived: fc.boolean() });
const key = fc.oneof(user, id('C', 20), id('O', 9), fc.constantFrom(...places.map((at) => at.key)));
const ago = fc.integer({ min: 0, max: 90 }).map((days) => now - days * 24 * 3_600_000);

type Step = (state: State) => State;
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...Array.from('abbn12é -.#@>')).map(typing) },
  {
    weight: 3,
    arbitrary: fc.constant<Step>((at) => ({ ...at, typed: at.typed.slice(0, -1) })),
  },
  { weight: 1, arbitrary: fc.constant<Step>((at) => ({ ...at, typed: '' })) },
  { weight: 3, arbitrary: fc.array(person, { maxLength: 12 }).map(meeting) },
  { weight: 2, arbitrary: fc.array(fc.oneof(channel, direct, group)).map(hearing) },
  { weight: 1, arbitrary: fc.uniqueArray(other, { selector: (at) => at.id }).map(browsing) },
  { weight: 1, arbitrary: fc.tuple(key, ago).map(([to, at]) => visiting(to, at)) },
  { weight: 1, arbitrary: fc.tuple(key, ago).map(([to, at]) => picking(to, at)) },
);

function typing(sign: string): Step {
  return (state) => ({ ...state, typed: state.typed + sign });
}
function meeting(met: Person[]): Step {
  const more = Object.fromEntries(met.map((each) => [each.id, each]));
  return (state) => ({ ...state, people: { ...state.people, ...more } });
}
function hearing(heard: Conversation[]): Step {
  const more = Object.fromEntries(heard.map((each) => [each.id, each]));
  return (state) => ({ ...state, conversations: { ...state.conversations, ...more } });
}
function browsing(others: { id: string; name: string; is_archived: boolean }[]): Step {
  return (state) => ({ ...state, others: others as FoundChannel[] });
}
function visiting(to: string, at: number): Step {
  return (state) => ({ ...state, memory: withVisit(state.memory, to, at) });
}
function picking(to: string, at: number): Step {
  return ({ memory, ...state }) => ({
    ...state,
    memory: withPick(memory, state.typed.trim().toLowerCase(), to, at),
  });
}

test('each key finds what sorting everything finds, whatever is typed, deleted or changed', () => {
  const start = fc.tuple(
    fc.array(person, { minLength: 5, maxLength: 30 }),
    fc.array(fc.oneof(channel, direct, group), { maxLength: 20 }),
  );
  fc.assert(
    fc.property(
      start,
      fc.array(step, { maxLength: 25 }),
      fc.nat({ max: 9 }),
      (made, steps, some) => {
        const empty = { conversations: {}, people: {}, others: [], memory: noMemory, typed: '' };
        let state: State = hearing(made[1])(meeting(made[0])(empty));
        for (const next of steps) {
          state = next(state);
          const targets = all(state);
          targets.foldSome(some);
          const found = rank(state.typed, { targets, memory: state.memory, now, limit });
          expect(found.map((each) => each.key)).toEqual(plainly(state));
        }
      },
    ),
    { numRuns: 300 },
  );
});

test('a person who is renamed is found by the new name, also by who has written to them', () => {
  const ann: Person = { id: 'U1', name: 'ann', real_name: 'Ann' };
  const held = conversation({ id: 'D1', is_im: true, user: 'U1', name: undefined });
  const found = (query: string, people: Record<string, Person>) =>
    rank(query, {
      targets: targetsOf({
        self: 'U0',
        conversations: { D1: held },
        people,
        ops: [],
        others: [],
        places: [],
        titleOf,
      }),
      memory: noMemory,
      now,
      limit,
    }).map(({ title, channel: where }) => [title, where]);
  expect(found('ann', { U1: ann })).toEqual([['Ann', 'D1']]);
  const bea = { ...ann, name: 'bea', real_name: 'Bea' };
  expect(nameOf(bea)).toBe('Bea');
  expect(found('bea', { U1: bea })).toEqual([['Bea', 'D1']]);
  expect(found('ann', { U1: bea })).toEqual([]);
});
