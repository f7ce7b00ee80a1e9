import { expect, test, vi } from 'vitest';
import type { Conversation } from '../protocol/generated';
import { conversation } from '../testing/builders';
import { SectionBook, type Asked } from './sectionBook';
import { usualLooks } from './sectionLook';
import * as sections from './sections';
import { compareTitles } from './titles';

const many = Array.from({ length: 50 }, (_, at) => conversation({ id: `C${at}`, name: `n${at}` }));
let titled = 0;
const asked: Asked = {
  conversations: Object.fromEntries(many.map((each) => [each.id, each])),
  ops: [],
  titleOf: ({ name = '' }) => {
    titled += 1;
    return name;
  },
  compare: compareTitles,
  looks: usualLooks,
};
const withChange = (id: string, change: Partial<Conversation>): Asked => ({
  ...asked,
  conversations: { ...asked.conversations, [id]: { ...asked.conversations[id]!, ...change } },
});

vi.mock('./sections', { spy: true });

test('what changes nothing that is shown leaves the same sections', () => {
  const book = new SectionBook();
  const before = book.read(asked, 0);

  expect(book.read({ ...asked, open: 'C7' }, 5)).toBe(before);
  expect(book.read(withChange('C7', { member_count: 9 }), 5)).toBe(before);
});

test('what is said where something is unread already looks at no other conversation again', () => {
  const book = new SectionBook();
  const unread = withChange('C7', { message_number: 9 });
  const before = book.read(unread, 0);
  vi.mocked(sections.sectionsOf).mockClear();
  const more = withChange('C7', { message_number: 10, last_ts: '9.0' });

  expect(book.read(more, 0)).toBe(before);
  expect(sections.sectionsOf).not.toHaveBeenCalled();
});

test.each<[string, Partial<Conversation>]>([
  ['is archived', { is_archived: true }],
  ['is put away', { closed_ts: '9.0' }],
  ['is talked in directly', { is_im: true, user: 'U2' }],
  ['is called otherwise', { name: 'another' }],
  ['is muted', { muted: true }],
  ['names one', { message_number: 9, mention_count: 1 }],
])('one that %s stands where it belongs, as in sections made anew', (_, change) => {
  const book = new SectionBook();
  book.read(asked, 0);
  const given = withChange('C7', change);

  const anew = new SectionBook().read(given, 0);
  expect(book.read(given, 0)).toEqual(anew);
  expect(anew).not.toEqual(new SectionBook().read(asked, 0));
});

test('by the last message a row moves with each, however it looks', () => {
  const book = new SectionBook();
  const looks = { ...usualLooks, channels: { ...usualLooks.channels, sort: 'recent' as const } };
  book.read({ ...asked, looks }, 0);
  const after = book.read({ ...withChange('C7', { last_ts: '9000000000.0' }), looks }, 0);

  expect(after.find(({ id }) => id === 'channels')?.rows[0]?.id).toBe('C7');
});

test('one that changes is a new row in its section; all else is as it was', () => {
  const book = new SectionBook();
  const before = book.read(asked, 0);
  titled = 0;
  const after = book.read(withChange('C7', { message_number: 9 }), 0);

  const rows = (sections: typeof before, id: string) =>
    sections.find((each) => each.id === id)?.rows ?? [];
  const changed = rows(after, 'channels').filter((row) => !rows(before, 'channels').includes(row));
  expect(changed.map(({ id, unread }) => ({ id, unread }))).toEqual([{ id: 'C7', unread: true }]);
  expect(titled).toBe(1);
  expect(after.find(({ id }) => id === 'direct')).toBe(before.find(({ id }) => id === 'direct'));
});

test('what this page has read counts as long as the server has not said so', () => {
  const book = new SectionBook();
  const unread = withChange('C7', { message_number: 9 });
  const [op] = [{ kind: 'read', channel: 'C7', ts: '9.0', number: 9, version: 1 } as const];
  const isUnread = (given: Asked) =>
    book.read(given, 0).some(({ rows }) => rows.some((row) => row.unread));

  expect(isUnread(unread)).toBe(true);
  expect(isUnread({ ...unread, ops: [op] })).toBe(false);
  expect(isUnread(unread)).toBe(true);
});

test('what is open stays on screen where only some are shown', () => {
  const book = new SectionBook();
  const looks = { ...usualLooks, channels: { ...usualLooks.channels, show: 'unread' as const } };
  const idsOf = (open: string) =>
    book.read({ ...asked, looks, open }, 0).flatMap(({ rows }) => rows.map(({ id }) => id));

  expect(idsOf('C7')).toEqual(['C7']);
  expect(idsOf('C9')).toEqual(['C9']);
});

test('somebody at work among rows is no reason to draw them anew', () => {
  const book = new SectionBook();
  const before = book.read(asked, 0);

  expect(book.hold('channels')).toBe(false);
  expect(book.read(asked, 0)).toBe(before);
  expect(book.hold(undefined)).toBe(false);
  expect(book.read(asked, 0)).toBe(before);
});

test('a row that is called otherwise moves once nobody is at work there', () => {
  const book = new SectionBook();
  const last = () =>
    book
      .read(withChange('C7', { name: 'zz' }), 0)
      .flatMap(({ rows }) => rows)
      .at(-1);
  book.read(asked, 0);
  book.hold('channels');

  expect(last()?.id).not.toBe('C7');
  expect(book.hold('channels')).toBe(false);
  expect(book.hold(undefined)).toBe(true);
  expect(last()?.id).toBe('C7');
});
