import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeDraft, encodeDraft } from '../richtext/draft';
import type { Conversation } from '../protocol/generated';
import { alice, bob, conversation } from '../testing/builders';
import { formatAddress, parseAddress } from './address';
import { initialsOf, titleOf } from './names';
import { matchScore, rankPeople } from './ranking';
import { sectionsOf } from './sections';
import { rowOf, totalsOf } from './sidebar';
import { isChannelName, slugOfCompany } from './slug';

test.each([
  '/',
  '/setup',
  '/signin',
  '/w/acme',
  '/w/acme/c/C1',
  '/w/acme/c/C1/p/1700000000.000001',
  '/w/acme/c/C1/t/1700000000.000001',
  '/w/acme/c/C1/t/1700000000.000001/p/1700000001.000001',
  '/w/acme/c/C1/details/members',
  '/w/acme/people/U2',
  '/w/acme/threads',
  '/w/acme/dm/U2',
  '/w/acme/browse',
  '/w/acme/settings/sessions',
])('%s is the address of one view', (path) => {
  expect(formatAddress(parseAddress(path))).toBe(path);
});

test('a permalink in its other form leads to the message', () => {
  expect(parseAddress('/w/acme/archives/C1/p1700000000000001')).toEqual({
    view: 'conversation',
    slug: 'acme',
    channel: 'C1',
    ts: '1700000000.000001',
  });
});

describe('names', () => {
  test('a group message is called by the others', () => {
    const group = conversation({ is_mpim: true, users: [alice.id, bob.id] });
    const people = { [alice.id]: alice, [bob.id]: bob };

    expect(titleOf(group, people, alice.id, (names) => names.join(', '))).toBe('Bob Brown');
  });

  test.each([
    ['Alice Adams', 'AA'],
    ['bob', 'B'],
    ['María José Carreño', 'MC'],
    ['👩‍🚀 Team', '👩‍🚀T'],
  ])('%s is %s', (name, initials) => {
    expect(initialsOf(name)).toBe(initials);
  });
});

describe('ranking', () => {
  test('a prefix beats a word, a word beats a part', () => {
    expect(matchScore('ann', ['ann'])).toBeGreaterThan(matchScore('ann', ['anna']));
    expect(matchScore('ann', ['anna'])).toBeGreaterThan(matchScore('ann', ['lee ann']));
    expect(matchScore('ann', ['lee ann'])).toBeGreaterThan(matchScore('ann', ['joanna']));
    expect(matchScore('xyz', ['ann'])).toBe(0);
  });

  test('marks and case do not matter', () => {
    expect(matchScore('zoe', ['Zoë'])).toBe(100);
  });

  test('those who spoke here come first', () => {
    const people = [alice, bob];
    const ranked = rankPeople({ people, query: '', limit: 8, recent: new Set([bob.id]) });

    expect(ranked).toEqual([bob, alice]);
  });
});

const input = {
  ops: [],
  titleOf: ({ name }: Conversation) => name ?? '',
  compare: (one: string, two: string) => one.localeCompare(two),
};

describe('badges', () => {
  test('a muted channel is not bold and has a number only for what names oneself', () => {
    const quiet = { message_number: 5, muted: true as const };
    const named = { ...quiet, mention_count: 3, everybody_count: 2 };
    const row = (given: Partial<Conversation>) => rowOf(conversation(given), input);

    expect(row(quiet)).toMatchObject({ unread: false, count: 0, muted: true });
    expect(row(named)).toMatchObject({ unread: true, count: 1 });
    expect(row({ ...quiet, is_im: true })).toMatchObject({ unread: false, count: 0 });
  });

  const sections = sectionsOf({
    ...input,
    conversations: {
      C1: conversation({ message_number: 5 }),
      C2: conversation({ id: 'C2', name: 'dev', message_number: 2, mention_count: 1 }),
      D1: conversation({ id: 'D1', is_im: true, user: bob.id, message_number: 3 }),
    },
  });

  test('a channel shows a number only for mentions, a direct message for each', () => {
    const rows = sections.flatMap((section) => section.rows);

    expect(rows.map(({ id, unread, count }) => [id, unread, count])).toEqual([
      ['C2', true, 1],
      ['C1', true, 0],
      ['D1', true, 3],
    ]);
    expect(totalsOf(sections)).toEqual({ count: 4, unread: true });
  });
});

test.each([
  ['Acme & Söhne GmbH', 'acme-sohne-gmbh'],
  ['  Straße 9 ', 'strasse-9'],
  ['株式会社', ''],
])('%s becomes %s', (company, slug) => {
  expect(slugOfCompany(company)).toBe(slug);
});

test('channel names are small letters of any script, digits, hyphens and underscores', () => {
  expect(['design', 'größe_2', '日本-語'].every(isChannelName)).toBe(true);
  expect(['Design', 'a b', 'a.b', '', 'x'.repeat(81)].some(isChannelName)).toBe(false);
});

describe('drafts', () => {
  const mentions = [{ label: '@Bob Brown', user: 'U2' }];

  test('people and broadcasts are marked, the rest is escaped', () => {
    const draft = { text: 'hi @Bob Brown & @here: 1 < 2, a@here.test', mentions };

    expect(encodeDraft(draft)).toBe('hi <@U2> &amp; <!here>: 1 &lt; 2, a@here.test');
  });

  test('whatever is typed comes back for editing', () => {
    const words = fc.array(
      fc.constantFrom(
        '@Bob Brown',
        '@here',
        ' ',
        '\n',
        '<',
        '&',
        '&lt;',
        '>',
        '*b*',
        '@',
        'x',
        '😀',
      ),
      { maxLength: 20, size: 'max' },
    );
    fc.assert(
      fc.property(words, (parts) => {
        const text = parts.join('');
        const wire = encodeDraft({ text, mentions });

        expect(decodeDraft(wire, () => 'Bob Brown').text).toBe(text);
        expect(encodeDraft(decodeDraft(wire, () => 'Bob Brown'))).toBe(wire);
      }),
    );
  });
});
