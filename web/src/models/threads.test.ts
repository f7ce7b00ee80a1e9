import { expect, test } from 'vitest';
import type { ThreadMarker } from '../protocol/generated';
import { tsOf } from '../testing/builders';
import type { HeldThread } from '../store/followed';
import { placeOf } from '../store/places';
import { followedThreads, repliesWaiting } from './threads';

function held(at: number, given: Partial<ThreadMarker>): [string, HeldThread] {
  const marker: ThreadMarker = {
    channel: 'C1',
    thread_ts: tsOf(at),
    following: true,
    read_ts: '0.000000',
    read_number: 0,
    reply_number: 1,
    deleted_after: 0,
    position: 1,
    ...given,
  };
  return [placeOf('C1', marker.thread_ts), { marker, base: marker, since: [] }];
}

const threads = Object.fromEntries([
  held(1, {}),
  held(2, { read_number: 1, read_ts: tsOf(50) }),
  held(3, { following: false }),
  held(4, { reply_number: 3 }),
  held(5, { reply_number: 0 }),
]);

test('followed threads stand with what is unread first, those without replies not at all', () => {
  const roots = followedThreads({ threads, ops: [] }).map(({ marker }) => marker.thread_ts);

  expect(roots).toEqual([tsOf(4), tsOf(1), tsOf(2)]);
});

test('so many replies wait, but for what this page has read already', () => {
  const op = { kind: 'thread_read', channel: 'C1', ts: tsOf(4), upTo: tsOf(9), number: 3 } as const;

  expect(repliesWaiting({ threads, ops: [] })).toBe(4);
  expect(repliesWaiting({ threads, ops: [op] })).toBe(1);
});
