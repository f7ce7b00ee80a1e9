import { expect, test } from 'vitest';
import { booted, message, tsOf } from '../testing/builders';
import { apply } from './apply';
import { isEphemeral, withOwnOnly } from './ephemerals';
import type { Segment } from './segments';

const shown = (n: number) => ({ ...message({ ts: tsOf(n) }), at: n });

function heard(...ns: number[]) {
  return ns.reduce(
    (state, n) =>
      apply(state, { type: 'ephemeral', channel: 'C1', message: message({ ts: tsOf(n) }) }, 0)
        .state,
    booted(),
  );
}

function seen(segment: Segment, ...ns: number[]): string[] {
  const own = heard(...ns).ephemerals['C1'] ?? [];
  return withOwnOnly(segment, own).map((each) => (isEphemeral(each) ? `(${each.ts})` : each.ts));
}

test('what only this person sees stands among the messages, in order', () => {
  const segment = { messages: [shown(2), shown(4)], hasOlder: true, live: true };

  expect(seen(segment, 1, 3, 5)).toEqual([tsOf(2), `(${tsOf(3)})`, tsOf(4), `(${tsOf(5)})`]);
  expect(seen({ ...segment, live: false }, 3, 5)).toEqual([tsOf(2), `(${tsOf(3)})`, tsOf(4)]);
  expect(seen({ ...segment, hasOlder: false }, 1)[0]).toBe(`(${tsOf(1)})`);
});

test('it counts for nothing, and nothing is kept of a conversation that the page does not know', () => {
  const state = heard(3);
  const unknown = { type: 'ephemeral', channel: 'C9', message: message() } as const;

  expect(state.conversations['C1']).toEqual(booted().conversations['C1']);
  expect(apply(state, unknown, 0).state).toBe(state);
});

test('a conversation that is left takes it along', () => {
  const left = { type: 'channel_left', channel: 'C1' } as const;
  const state = heard(3);
  const frame = { type: 'event', stream: state.self, offset: 1, prev: 0, event: left } as const;

  expect(apply(state, frame, 0).state.ephemerals).toEqual({});
});
