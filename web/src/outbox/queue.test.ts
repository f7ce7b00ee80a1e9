import { describe, expect, test } from 'vitest';
import { Bench, made, ready } from '../testing/queueBench';
import { heldTooLong } from './queue';

describe('leaving', () => {
  test('nothing leaves before it is on disk', () => {
    const bench = ready().give(made('a'));
    expect(bench.posted).toEqual([]);

    expect(bench.give({ type: 'saved', id: 'a' }).posted).toEqual(['a']);
  });

  test('nothing leaves from a tab that does not hold the lock', () => {
    const bench = new Bench().give(made('a'), { type: 'saved', id: 'a' });

    expect(bench.posted).toEqual([]);
    expect(bench.give({ type: 'granted' }).posted).toEqual(['a']);
  });

  test('one at a time in a conversation, in the order they were made', () => {
    const bench = ready().give(
      made('a'),
      made('b'),
      { type: 'saved', id: 'b' },
      { type: 'saved', id: 'a' },
    );

    expect(bench.posted).toEqual(['a']);
    expect(bench.give({ type: 'accepted', id: 'a', ts: '1' }).posted).toEqual(['a', 'b']);
  });

  test('those of one instant keep their order through the disk', () => {
    const before = ready().give(made('b'), made('a'), made('c'));
    const found = before.queue.sends.toSorted((one, two) => one.id.localeCompare(two.id));
    const after = new Bench().give({ type: 'found', sends: found });

    expect(after.queue.sends.map(({ id }) => id)).toEqual(['b', 'a', 'c']);
  });

  test('conversations do not wait for each other', () => {
    const bench = ready().give(
      made('a', 'C1'),
      made('b', 'C2'),
      { type: 'saved', id: 'a' },
      { type: 'saved', id: 'b' },
    );

    expect(bench.posted).toEqual(['a', 'b']);
  });
});

describe('trouble', () => {
  test('an unreachable server is tried again after a growing wait', () => {
    const bench = ready().give(made('a'), { type: 'saved', id: 'a' });
    bench.give({ type: 'unreachable', id: 'a' });

    expect(bench.effects.at(-1)).toEqual({ type: 'wake', afterMs: 250 });
    bench.now += 250;
    expect(bench.give({ type: 'tick' }).posted).toEqual(['a', 'a']);
    expect(bench.give({ type: 'unreachable', id: 'a' }).effects.at(-1)).toEqual({
      type: 'wake',
      afterMs: 500,
    });
  });

  test('a nudge tries at once', () => {
    const bench = ready().give(made('a'), { type: 'saved', id: 'a' });
    bench.give({ type: 'unreachable', id: 'a' }, { type: 'nudge' });

    expect(bench.posted).toEqual(['a', 'a']);
  });

  test('a refusal fails one send and the lane goes on', () => {
    const bench = ready().give(
      made('a'),
      made('b'),
      { type: 'saved', id: 'a' },
      { type: 'saved', id: 'b' },
    );
    bench.give({ type: 'refused', id: 'a', code: 'is_archived' });

    expect(bench.posted).toEqual(['a', 'b']);
    expect(bench.queue.sends[0]).toMatchObject({ state: 'failed', reason: 'is_archived' });
  });

  test('too many requests pause the lane for as long as the server says', () => {
    const bench = ready().give(made('a'), { type: 'saved', id: 'a' });
    bench.give({ type: 'throttled', id: 'a', afterMs: 8000 });

    expect(bench.effects.at(-1)).toEqual({ type: 'wake', afterMs: 8000 });
  });

  test('what was left for over an hour waits for a word', () => {
    const bench = ready();
    const send = { id: 'a', channel: 'C1', text: 'a', state: 'sending', attempt: 3 } as const;
    const old = { ...send, saved: true, createdMs: bench.now - 3_700_000 };
    const young = { ...send, id: 'b', saved: true, createdMs: bench.now - 60_000 };
    bench.give({ type: 'found', sends: [old, young] });

    expect(bench.queue.sends[0]).toMatchObject({ state: 'failed', reason: heldTooLong });
    expect(bench.posted).toEqual(['b']);
  });
});

test('what waits for a conversation that one is out of is kept, with the reason', () => {
  const bench = ready().give(made('a'), made('b', 'C2'), { type: 'left', channel: 'C1' });

  expect(bench.queue.sends).toMatchObject([
    { id: 'a', state: 'failed', reason: 'not_in_channel' },
    { id: 'b', state: 'queued' },
  ]);
  expect(bench.effects.at(-1)).toMatchObject({ type: 'save', send: { id: 'a', state: 'failed' } });
  expect(bench.give({ type: 'saved', id: 'a' }).posted).toEqual([]);
});

test.each(['unreachable', 'throttled'] as const)(
  'what had left when one was put out, and was %s, is not sent again by itself',
  (type) => {
    const bench = ready().give(made('a'), { type: 'saved', id: 'a' });
    expect(bench.posted).toEqual(['a']);
    bench.give({ type: 'left', channel: 'C1' });
    expect(bench.queue.sends).toMatchObject([{ id: 'a', state: 'sending' }]);

    bench.give({ type, id: 'a', afterMs: 1 });
    expect(bench.queue.sends).toMatchObject([
      { id: 'a', state: 'failed', reason: 'not_in_channel' },
    ]);
    bench.give({ type: 'retry', id: 'a' }, { type: 'nudge' });
    expect(bench.queue.sends).toMatchObject([{ id: 'a', state: 'sending', out: false }]);
  },
);
