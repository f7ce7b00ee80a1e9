import { expect, test, vi } from 'vitest';
import type { Call } from '../../protocol/api';
import { Inbox } from '../../store/inbox';
import { shownUnread } from '../../store/unread';
import { booted, conversation, tsOf } from '../../testing/builders';
import { createStore } from 'zustand/vanilla';
import { readAll } from './readAll';
import { Reader } from './reader';

function page() {
  const held = { message_number: 5, last_ts: tsOf(9), read_ts: tsOf(4), read_number: 3 };
  const store = createStore(() =>
    booted(
      conversation({ id: 'C1', ...held, mention_count: 1 }),
      conversation({ id: 'C2', ...held }),
      conversation({ id: 'C3', ...held, read_ts: tsOf(9), read_number: 5 }),
    ),
  );
  const calls: unknown[] = [];
  const call: Call = (method, args) => {
    calls.push([method, args]);
    return Promise.resolve({ kind: 'ok', answer: {} as never });
  };
  const schedule = (work: () => void) => work();
  const onSignals = () => undefined;
  const inbox = new Inbox({ store, schedule, now: () => 0, onSignals });
  const state = () => store.getState();
  const reader = new Reader({ call, inbox, state });
  const unread = (id: string) => {
    const each = state().conversations[id];
    return each === undefined ? undefined : shownUnread(each, state().ops);
  };
  return { reader, state, unread, calls };
}

test('all is read at once, the server is told, and it can be taken back', async () => {
  vi.useFakeTimers();
  const { reader, state, unread, calls } = page();

  const moved = readAll(state(), reader);
  expect(moved).toEqual([
    { channel: 'C1', ts: tsOf(4) },
    { channel: 'C2', ts: tsOf(4) },
  ]);
  expect(unread('C1')).toEqual({ messages: 0, mentions: 0 });

  // Before the server knows, nobody needs to be told.
  await reader.back('C2', tsOf(4));
  expect(unread('C2')).toEqual({ messages: 2, mentions: 0 });
  await vi.advanceTimersByTimeAsync(2100);
  const told = { channel: 'C1', ts: tsOf(9), forward_only: true, read_version: 0 };
  expect(calls).toEqual([['conversations.mark', told]]);
  await reader.back('C1', tsOf(4));
  expect(calls.at(-1)).toEqual(['conversations.mark', { channel: 'C1', ts: tsOf(4) }]);
  vi.useRealTimers();
});

test('only what is named is read', () => {
  const { reader, state, unread } = page();
  expect(readAll(state(), reader, ['C2', 'C3']).map(({ channel }) => channel)).toEqual(['C2']);
  expect(unread('C1')?.messages).toBe(2);
});
