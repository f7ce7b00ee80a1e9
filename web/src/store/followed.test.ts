import { expect, test } from 'vitest';
import type { ChannelEvent, ThreadMarkedEvent } from '../protocol/generated';
import { alice, bob, booted, message, tsOf } from '../testing/builders';
import { takeAnswer } from './answers';
import { apply } from './apply';
import { shownThread, unreadReplies } from './followed';
import { addOp } from './ops';
import { placeOf } from './places';
import { liveSegment } from './segments';
import type { WorkspaceState } from './state';

const root = tsOf(1);
const place = placeOf('C1', root);

function hear(state: WorkspaceState, stream: string, event: ChannelEvent | ThreadMarkedEvent) {
  const offset = (state.positions[stream] ?? 0) + 1;
  return apply(state, { type: 'event', stream, offset, prev: offset - 1, event }, 0).state;
}

function reply(state: WorkspaceState, number: number, user = bob.id): WorkspaceState {
  const { number: _, ...bare } = message({ ts: tsOf(1 + number), user, text: `reply ${number}` });
  return hear(state, 'C1', {
    ...bare,
    channel: 'C1',
    thread_ts: root,
    parent_user_id: alice.id,
    thread: {
      ts: root,
      reply_count: number,
      reply_users_count: 1,
      reply_users: [user],
      reply_number: number,
      number,
    },
  });
}

function marked(state: WorkspaceState, given: Partial<ThreadMarkedEvent>): WorkspaceState {
  return hear(state, alice.id, {
    type: 'thread_marked',
    channel: 'C1',
    thread_ts: root,
    following: true,
    read_ts: '0.000000',
    read_number: 0,
    reply_number: 1,
    deleted_after: 0,
    position: 1,
    ...given,
  });
}

const unread = (state: WorkspaceState) => {
  const marker = state.threads[place]?.marker;
  return marker === undefined ? undefined : unreadReplies(shownThread(marker, state.ops));
};

test('the streams come in any order: replies count once', () => {
  const first = marked(reply(booted(), 1), {});
  const late = reply(marked(booted(), {}), 1);

  expect(unread(first)).toBe(1);
  expect(unread(late)).toBe(1);
  expect(unread(reply(first, 2))).toBe(2);
});

test('a word about an earlier position keeps what came after it', () => {
  const two = reply(reply(marked(booted(), { reply_number: 0, position: 0 }), 1), 2);

  expect(unread(marked(two, { read_ts: tsOf(2), read_number: 1, position: 1 }))).toBe(1);
});

test('who replies follows the thread and has read it', () => {
  const state = reply(reply(booted(), 1), 2, alice.id);

  expect(state.threads[place]?.marker).toMatchObject({ following: true, read_number: 2 });
  expect(unread(state)).toBe(0);
});

test('a reply that is deleted is not unread any more', () => {
  const two = reply(reply(marked(booted(), { reply_number: 0, position: 0 }), 1), 2);
  const thread = {
    ts: root,
    reply_count: 1,
    reply_users_count: 1,
    reply_users: [bob.id],
    reply_number: 2,
    number: 2,
  };
  const gone = { type: 'message_deleted', channel: 'C1', ts: tsOf(3), user: bob.id } as const;

  expect(unread(hear(two, 'C1', { ...gone, thread }))).toBe(1);
});

test('what was read here shows at once and stays until the server says so', () => {
  const two = reply(reply(marked(booted(), { reply_number: 0, position: 0 }), 1), 2);
  const op = { kind: 'thread_read', channel: 'C1', ts: root, upTo: tsOf(3), number: 2 } as const;
  const read = addOp(two, op);
  const told = marked(read, { read_ts: tsOf(3), read_number: 2, reply_number: 2, position: 2 });

  expect(unread(read)).toBe(0);
  expect(unread(told)).toBe(0);
  expect(told.ops).toEqual([]);
});

test('replies stand in their thread alone, and a late answer is brought up to the present', () => {
  const asked = takeAnswer(
    booted(),
    { type: 'load', channel: 'C1', thread: root, side: 'window', load: 'loading' },
    0,
  ).state;
  const answer = {
    messages: [message({ ts: root, user: alice.id })],
    has_more_before: false,
    has_more_after: false,
    position: 0,
    users: [],
  };
  const heard = reply(asked, 1);
  const state = takeAnswer(heard, { type: 'page', channel: 'C1', thread: root, answer }, 0).state;
  const texts = liveSegment(state.histories[place]?.segments ?? [])?.messages;

  expect(texts?.map(({ text }) => text)).toEqual(['hello', 'reply 1']);
  expect(texts?.[0]?.reply_count).toBe(1);
  expect(state.histories.C1).toBeUndefined();
});

test('a thread of a conversation that was left is not held', () => {
  const state = marked(reply(booted(), 1), {});
  const left = apply(state, { type: 'gone', stream: 'C1' }, 0).state;

  expect(left.threads).toEqual({});
});
