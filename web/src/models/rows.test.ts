import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Message } from '../protocol/generated';
import type { Send } from '../outbox/queue';
import { alice, bob, message } from '../testing/builders';
import { rowsOf, type Row } from './rows';

const prefs = { dayOf: (ms: number) => new Date(ms).toISOString().slice(0, 10) };
const noon = Date.UTC(2026, 10, 24, 12) / 1000;

function at(seconds: number, given: Partial<Message> = {}): Message {
  return message({ ts: `${noon + seconds}.000000`, ...given });
}

function rows(messages: Message[], sends: Send[] = [], newAfter?: string): Row[] {
  const stored = messages.map((each) => ({ ...each, at: 0 }));
  const segment = { messages: stored, hasOlder: false, live: true };
  return rowsOf(segment, sends, { newAfter, self: alice.id }, prefs);
}

function kinds(list: Row[]): string {
  return list.map(({ kind }) => kind).join(' ');
}

function send(id: string, seconds: number): Send {
  const createdMs = (noon + seconds) * 1000;
  return { id, channel: 'C1', text: id, createdMs, state: 'queued', attempt: 0, saved: true };
}

describe('grouping', () => {
  test('the same author within five minutes continues', () => {
    expect(kinds(rows([at(0), at(300), at(601)]))).toBe('start day head cont head');
  });

  test('another author starts a group', () => {
    expect(kinds(rows([at(0), at(1, { user: alice.id })]))).toBe('start day head head');
  });

  test('a new day starts a group', () => {
    expect(kinds(rows([at(43_199), at(43_201)]))).toBe('start day head day head');
  });

  test('runs of people who come and go are one row, which ends a group', () => {
    const join = { subtype: 'channel_join' } as const;

    expect(kinds(rows([at(0), at(1, join), at(2, join), at(3)]))).toBe(
      'start day head system head',
    );
  });
});

test('nothing of what is shown changes its looks as older messages come', () => {
  const all = Array.from({ length: 40 }, (_, minute) =>
    at(minute * 100, minute % 9 < 5 ? {} : { user: alice.id }),
  );
  const shownOf = (first: number, newAfter: string | undefined) => {
    const messages = all.slice(first).map((each) => ({ ...each, at: 0 }));
    const segment = { messages, hasOlder: first > 0, live: true };
    return rowsOf(segment, [], { newAfter, self: alice.id }, prefs).filter(
      ({ kind }) => kind !== 'older' && kind !== 'new',
    );
  };

  for (const newAfter of [undefined, all[0]?.ts, all[20]?.ts]) {
    for (let first = 1; first < 20; first += 1) {
      const shown = shownOf(first, newAfter);
      const after = shownOf(0, newAfter).slice(-shown.length);

      expect(after).toEqual(shown);
    }
  }
});

test('what somebody says of themselves is a message like any other', () => {
  expect(kinds(rows([at(0), at(1, { subtype: 'me_message' })]))).toBe('start day head cont');
});

test('an app that posts under another name is another author', () => {
  const bot = { username: 'Nagios' };
  const other = { username: 'Zabbix' };

  expect(kinds(rows([at(0, bot), at(1, bot), at(2, other), at(3)]))).toBe(
    'start day head cont head head',
  );
});

test('what else happened to the channel has a row of its own', () => {
  const join = { subtype: 'channel_join' } as const;
  const topic = { subtype: 'channel_topic' } as const;

  expect(kinds(rows([at(0, join), at(1, topic), at(2, topic), at(3, join), at(4, join)]))).toBe(
    'start day system system system system',
  );
});

describe('the new line', () => {
  test('stands before the first message of others after the marker', () => {
    const list = rows([at(0), at(1, { user: alice.id }), at(2), at(3)], [], at(0).ts);

    expect(kinds(list)).toBe('start day head head new head cont');
  });

  test('own messages never make one', () => {
    expect(kinds(rows([at(0), at(1, { user: alice.id })], [], at(0).ts))).toBe(
      'start day head head',
    );
  });
});

describe('sends', () => {
  test('stand last and continue the own group', () => {
    expect(kinds(rows([at(0, { user: alice.id })], [send('a', 1)]))).toBe('start day head pending');
  });

  test('are the same row once the message has come', () => {
    const list = rows([at(0, { user: alice.id, client_msg_id: 'a' })], [send('a', 1)]);

    expect(list.map(({ key }) => key)).toContain('a');
    expect(kinds(list)).toBe('start day head');
  });
});

test('every message is in exactly one row, keys are unique and rows stay in order', () => {
  const subtypes = fc.constantFrom(undefined, 'channel_join', 'channel_leave');
  const gaps = fc.record({
    gap: fc.integer({ min: 1, max: 90_000 }),
    user: fc.constantFrom(alice.id, bob.id),
    subtype: subtypes,
  });
  fc.assert(
    fc.property(fc.array(gaps, { maxLength: 40, size: 'max' }), fc.nat(40), (given, mark) => {
      let seconds = 0;
      const messages = given.map(({ gap, ...rest }) => at((seconds += gap), rest));
      const list = rows(messages, [], messages[mark]?.ts);
      const shown = list.flatMap((row) => {
        if ('message' in row) return [row.message];
        return row.kind === 'system' ? row.messages : [];
      });

      expect(shown.map(({ ts }) => ts)).toEqual(messages.map(({ ts }) => ts));
      expect(new Set(list.map(({ key }) => key)).size).toBe(list.length);
      expect(list.filter(({ kind }) => kind === 'new').length).toBeLessThanOrEqual(1);
    }),
  );
});
