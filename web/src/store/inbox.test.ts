import { expect, test, vi } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { alice, booted, conversation, message, tsOf } from '../testing/builders';
import type { StreamEvent } from '../protocol/generated';
import type { Heard } from '../protocol/link';
import type { Signal } from './signals';
import { takeAnswer } from './answers';
import { Inbox, type Turn } from './inbox';
import { liveSegment } from './segments';

const channel = conversation();

/** An inbox whose next frame never comes, over a state that shows an empty channel. */
function inbox() {
  const none = { messages: [], users: [], has_more_before: false, has_more_after: false };
  const answer = { ...none, position: 0 };
  const read = takeAnswer(booted(channel), { type: 'page', channel: channel.id, answer }, 0);
  const store = createStore(() => read.state);
  const shown = () =>
    liveSegment(store.getState().histories[channel.id]?.segments ?? [])?.messages.map(
      (m) => m.text,
    );
  const quiet = { schedule: () => undefined, now: () => 0, onSignals: () => undefined };
  return { inbox: new Inbox({ store, ...quiet }), shown };
}

const page = (text: string, seconds: number) => ({
  type: 'posted' as const,
  channel: channel.id,
  message: message({ user: alice.id, text, ts: tsOf(seconds), number: seconds }),
});

test('an answer waits for the next frame', () => {
  const { inbox: box, shown } = inbox();
  box.answer(page('later', 1));

  expect(shown()).not.toContain('later');
});

test('what the server tells may wait, an answer and what is much may not', () => {
  const turns: Turn[] = [];
  const work: (() => boolean)[] = [];
  const store = createStore(() => booted(channel));
  const box = new Inbox({
    store,
    schedule: (each, turn) => {
      work.push(each);
      turns.push(turn);
    },
    now: () => 0,
    onSignals: () => undefined,
  });
  const told = () => box.frame({ type: 'pong' } as unknown as Heard);
  told();
  told();
  expect(turns).toEqual(['come']);
  box.answer(page('asked for', 1));
  told();
  expect(turns).toEqual(['come', 'asked']);

  // The turn that comes first takes all; the other one finds nothing to do.
  expect(work[1]?.()).toBe(true);
  expect(work[0]?.()).toBe(false);

  for (let at = 0; at < 16; at += 1) told();
  expect(turns).toEqual(['come', 'asked', 'come', 'many']);
});

test('a turn that is too long leaves a rest, unless few are left', () => {
  const turns: Turn[] = [];
  const work: (() => boolean)[] = [];
  const box = new Inbox({
    store: createStore(() => booted(channel)),
    schedule: (each, turn) => {
      work.push(each);
      turns.push(turn);
    },
    now: () => 0,
    onSignals: () => undefined,
  });
  let nowMs = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => (nowMs += 20));
  const told = (count: number) => {
    turns.length = 0;
    for (let at = 0; at < count; at += 1) box.frame({ type: 'pong' } as unknown as Heard);
    work.at(-1)?.();
    return turns.at(-1);
  };

  expect(told(32)).toBe('many');
  expect(told(33)).toBe('rest');
});

test('an own message is there at once, after all that waited', () => {
  const { inbox: box, shown } = inbox();
  box.answer(page('before', 1));
  box.answerNow(page('mine', 2));

  expect(shown()).toEqual(['before', 'mine']);
});

test('what cannot be taken in stops nothing that comes after it, and is asked for anew', () => {
  const said = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const store = createStore(() => booted(channel));
  const signals: Signal[] = [];
  const box = new Inbox({
    store,
    schedule: () => undefined,
    now: () => 0,
    onSignals: (all) => signals.push(...all),
  });
  const event = { type: 'channel_joined', channel: null } as unknown as StreamEvent;
  box.frame({ type: 'event', stream: alice.id, offset: 1, prev: 0, event });
  box.act((state) => ({ ...state, build: 'after' }));

  expect(store.getState().build).toBe('after');
  expect(signals).toEqual([{ type: 'resync', stream: alice.id }]);
  expect(said).toHaveBeenCalledOnce();
  said.mockRestore();
});
