import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Conversation } from '../protocol/generated';
import { conversation } from '../testing/builders';
import { compareTitles } from './titles';
import { looksOf, shows, sorts, usualLooks } from './sectionLook';
import { sectionsOf, type SidebarInput } from './sections';
import type { SidebarSection } from './sidebar';
import { unreadsOf } from './unreads';

const now = 1_700_000_000;
const unread = { message_number: 3, last_ts: `${now}.000001` };
const list: Conversation[] = [
  conversation({ id: 'C1', name: 'alpha', created: now - 100 }),
  conversation({ id: 'C2', name: 'beta', ...unread, created: now - 200 }),
  conversation({ id: 'C3', name: 'gamma', created: 1 }),
  conversation({ id: 'C4', name: 'delta', created: now - 50, muted: true, message_number: 2 }),
  conversation({ id: 'D1', is_im: true, user: 'U2', name: 'bob' }),
  conversation({ id: 'D2', is_im: true, user: 'B1', name: 'robot' }),
];
const input: SidebarInput = {
  conversations: Object.fromEntries(list.map((each) => [each.id, each])),
  ops: [],
  titleOf: ({ name = '' }) => name,
  compare: compareTitles,
  isApp: (user) => user === 'B1',
  now,
};
const ids = (given: Partial<SidebarInput>, section = 'channels') =>
  sectionsOf({ ...input, ...given })
    .find(({ id }) => id === section)
    ?.rows.map(({ id }) => id);
const look = (part: object) => ({
  looks: { ...usualLooks, channels: { ...usualLooks.channels, ...part } },
});

test('a conversation is in exactly one section; programs and what is starred stand apart', () => {
  const sections = sectionsOf({ ...input, starred: new Set(['C3', 'D1']) });
  expect(sections.map(({ id, rows }) => [id, rows.map((row) => row.id)])).toEqual([
    ['starred', ['D1', 'C3']],
    ['channels', ['C1', 'C2', 'C4']],
    ['direct', []],
    ['apps', ['D2']],
  ]);
});

test('sections are sorted by name, by what is new, or with what is unread first', () => {
  expect(ids({})).toEqual(['C1', 'C2', 'C4', 'C3']);
  expect(ids(look({ sort: 'recent' }))).toEqual(['C2', 'C4', 'C1', 'C3']);
  expect(ids(look({ sort: 'unread' }))).toEqual(['C2', 'C1', 'C4', 'C3']);
});

test('a section shows what one wants of it, and always the open conversation', () => {
  expect(ids(look({ show: 'unread' }))).toEqual(['C2']);
  expect(ids({ ...look({ show: 'unread' }), open: 'C3' })).toEqual(['C2', 'C3']);
  expect(ids(look({ show: 'active' }))).toEqual(['C1', 'C2', 'C4']);
});

test('nothing moves or goes where somebody is at work; what is new comes where it belongs', () => {
  const held = { section: 'channels', ids: ['C3', 'C1', 'C2'] } as const;
  expect(ids({ held })).toEqual(['C3', 'C1', 'C2', 'C4']);
  expect(ids({ ...look({ show: 'unread' }), held })).toEqual(['C3', 'C1', 'C2']);
  expect(ids({ held: { ...held, section: 'direct' } })).toEqual(['C1', 'C2', 'C4', 'C3']);
});

test('how sections look is kept, and what is not understood is as usual', () => {
  const kept = { channels: { sort: 'recent', show: 'nonsense', collapsed: true }, direct: 4 };
  expect(looksOf(kept).channels).toEqual({ sort: 'recent', show: 'all', collapsed: true });
  expect(looksOf(kept).direct).toEqual(usualLooks.direct);
  expect(looksOf(undefined)).toEqual(usualLooks);
});

test('unreads: the newest first, silent ones only if they name oneself; nothing moves meanwhile', () => {
  const newer = conversation({ id: 'C9', name: 'new', ...unread, last_ts: `${now + 9}.000001` });
  const all = { ...input.conversations, C9: newer };
  expect(unreadsOf(all, [])).toEqual(['C9', 'C2']);
  expect(unreadsOf(all, [], ['C2'])).toEqual(['C2', 'C9']);
});

test('what was shown before spares comparing names, and changes nothing of the order', () => {
  let compared = 0;
  const compare = (one: string, two: string) => {
    compared += 1;
    return compareTitles(one, two);
  };
  const many = Array.from({ length: 500 }, (_, at) =>
    conversation({ id: `C${at}`, name: `channel ${(at * 271) % 500}` }),
  );
  const conversations = Object.fromEntries(many.map((each) => [each.id, each]));
  const before = sectionsOf({ ...input, conversations, compare });
  compared = 0;
  const renamed = { ...conversations, C7: { ...conversations.C7!, name: 'aardvark' } };
  const after = sectionsOf({ ...input, conversations: renamed, compare, before });

  expect(compared).toBeLessThan(600);
  expect(after).toEqual(sectionsOf({ ...input, conversations: renamed }));
});

test('one new message, held or not, compares no names; whoever is renamed is sorted', () => {
  let compared = 0;
  const compare = (one: string, two: string) => {
    compared += 1;
    return compareTitles(one, two);
  };
  const before = sectionsOf({ ...input, compare });
  const held = { section: 'channels', ids: ['C1', 'C2', 'C4', 'C3'] } as const;
  const heard = { ...input.conversations, C3: { ...list[2]!, ...unread } };
  compared = 0;
  const free = sectionsOf({ ...input, conversations: heard, compare, before });
  const kept = sectionsOf({ ...input, conversations: heard, compare, before, held });
  expect(compared).toBe(0);
  expect(free.flatMap(({ rows }) => rows).find(({ id }) => id === 'C3')?.unread).toBe(true);
  expect(kept.flatMap(({ rows }) => rows)).toEqual(free.flatMap(({ rows }) => rows));
  expect(sectionsOf({ ...input, conversations: heard, compare, before: kept })).toEqual(free);
  expect(compared).toBe(0);

  // As many as before, but not the same ones.
  const gone = { ...heard.C3, is_archived: true };
  const others = { ...heard, C3: gone, C9: conversation({ id: 'C9', name: 'a new one' }) };
  const after = { ...input, conversations: others, held };
  expect(sectionsOf({ ...after, before })).toEqual(sectionsOf(after));
});

const id = fc.integer({ min: 1, max: 6 }).map((at) => `C${at}`);
const heldIds = fc.shuffledSubarray(['C1', 'C2', 'C3', 'C4', 'C5', 'C6']);
type Change = (now: SidebarInput, shown: readonly string[]) => SidebarInput;

const change: fc.Arbitrary<Change> = fc.oneof(
  { weight: 5, arbitrary: fc.tuple(id, fc.nat({ max: 1 }), fc.nat({ max: 9 })).map(hearing) },
  { weight: 2, arbitrary: fc.tuple(id, fc.constantFrom('a', 'b', 'c')).map(naming) },
  { weight: 1, arbitrary: id.map(archiving) },
  {
    weight: 2,
    arbitrary: fc.tuple(fc.constantFrom(...sorts), fc.constantFrom(...shows)).map(looking),
  },
  { weight: 2, arbitrary: fc.oneof(heldIds, fc.constantFrom('shown', undefined)).map(holding) },
  { weight: 1, arbitrary: id.map((open): Change => (at) => ({ ...at, open })) },
);

function changing(each: string, make: (old: Conversation) => Conversation): Change {
  return (at) => {
    const old = at.conversations[each] ?? conversation({ id: each, name: each });
    return { ...at, conversations: { ...at.conversations, [each]: make(old) } };
  };
}
function hearing([each, number, last]: [string, number, number]): Change {
  const last_ts = `${now + last}.000001`;
  return changing(each, (old) => ({ ...old, message_number: number, last_ts }));
}
function naming([each, name]: [string, string]): Change {
  return changing(each, (old) => ({ ...old, name: name + each }));
}
function archiving(each: string): Change {
  return changing(each, (old) => ({ ...old, is_archived: !old.is_archived }));
}
function looking([sort, show]: [(typeof sorts)[number], (typeof shows)[number]]): Change {
  return (at) => ({ ...at, ...look({ sort, show }) });
}
function holding(whom: string[] | string | undefined): Change {
  return (at, shown) => {
    const rows = typeof whom === 'string' ? shown : whom;
    return { ...at, held: rows === undefined ? undefined : { section: 'channels', ids: rows } };
  };
}

const shownOf = ({ id, rows, all }: SidebarSection) => ({ id, rows, all });

test('whatever happens one after the other, sections are as if read anew', () => {
  const frames = fc.array(fc.array(change, { minLength: 1, maxLength: 2 }), {
    minLength: 5,
    maxLength: 40,
    size: 'max',
  });
  fc.assert(
    fc.property(frames, (changes) => {
      let given = input;
      let before = sectionsOf(given);
      for (const frame of changes) {
        const { rows = [] } = before.find((each) => each.id === 'channels') ?? {};
        const shown = rows.map((row) => row.id);
        for (const next of frame) given = next(given, shown);
        before = sectionsOf({ ...given, before });
        expect(before.map(shownOf)).toEqual(sectionsOf(given).map(shownOf));
      }
    }),
    { numRuns: 200 },
  );
});
