import { createStore } from 'zustand/vanilla';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { DndStatus } from '../../protocol/generated';
import { Inbox } from '../../store/inbox';
import { alice, bob, booted } from '../../testing/builders';
import { DndWatch, spreadMs, type DndParts } from './dnd';

const hourS = 3600;
const minuteMs = 60_000;

beforeEach(() => void vi.useFakeTimers({ now: 0 }));
afterEach(() => void vi.useRealTimers());

/** Everybody's evenings are an hour in four. */
const turnAt = (nowS: number): DndStatus => {
  const start = Math.floor(nowS / (4 * hourS)) * 4 * hourS;
  return { dnd_enabled: true, next_dnd_start_ts: start, next_dnd_end_ts: start + hourS };
};

function watching({ random = 0.5, enabled = true } = {}) {
  const asked: [string, unknown][] = [];
  const world = { state: { ...booted(), clockSkewMs: 0 }, isLive: true, answers: true };
  const store = createStore(() => world.state);
  store.subscribe((state) => (world.state = state));
  const schedule = (work: () => boolean) => void work();
  const inbox = new Inbox({ store, schedule, now: () => Date.now(), onSignals: () => undefined });
  const parts: DndParts = {
    call: ((method: string, args: unknown) => {
      asked.push([method, args]);
      if (!world.answers) return Promise.resolve({ kind: 'unreachable' });
      const now = Date.now() / 1000;
      const status = { ...turnAt(now % (4 * hourS) < hourS ? now : now + 3 * hourS) };
      const one = { ...status, dnd_enabled: enabled };
      const answer = method === 'dnd.info' ? one : { users: { [bob.id]: one } };
      return Promise.resolve({ kind: 'ok', answer });
    }) as DndParts['call'],
    inbox,
    state: () => world.state,
    isLive: () => world.isLive,
    now: () => Date.now(),
    random: () => random,
  };
  return { world, asked, watch: new DndWatch(parts) };
}

const ends = (world: { state: { dnd: Readonly<Record<string, DndStatus>> } }, user: string) =>
  (world.state.dnd[user]?.next_dnd_end_ts ?? 0) / hourS;

test('when a turn is over the next one is asked for, once for all who are shown, after a while', async () => {
  const { world, asked, watch } = watching();
  await watch.show([alice.id, bob.id]);
  await watch.show([bob.id, alice.id]);
  expect(asked).toEqual([
    ['dnd.info', undefined],
    ['dnd.teamInfo', { users: bob.id }],
  ]);
  expect([ends(world, alice.id), ends(world, bob.id)]).toEqual([1, 1]);

  await vi.advanceTimersByTimeAsync(hourS * 1000 + spreadMs / 2 - minuteMs);
  expect(asked).toHaveLength(2);
  await vi.advanceTimersByTimeAsync(2 * minuteMs);
  expect(asked).toHaveLength(4);
  expect([ends(world, alice.id), ends(world, bob.id)]).toEqual([5, 5]);
  await vi.advanceTimersByTimeAsync(2 * hourS * 1000);
  expect(asked).toHaveLength(4);
  watch.stop();
});

test('whose turn was over while there was no connection is asked about when there is one', async () => {
  const { world, asked, watch } = watching({ random: 0 });
  await watch.show([bob.id]);
  world.isLive = false;
  await vi.advanceTimersByTimeAsync(2 * hourS * 1000);
  expect(asked).toHaveLength(1);

  world.isLive = true;
  world.answers = false;
  await vi.advanceTimersByTimeAsync(minuteMs);
  expect(ends(world, bob.id)).toBe(1);
  world.answers = true;
  await vi.advanceTimersByTimeAsync(minuteMs);
  expect(ends(world, bob.id)).toBe(5);
  watch.stop();
});

test('nobody is asked about who is not shown any more, or has no schedule', async () => {
  const shown = watching({ random: 0 });
  await shown.watch.show([bob.id]);
  await shown.watch.show([]);
  const without = watching({ random: 0, enabled: false });
  await without.watch.show([alice.id, bob.id]);
  await vi.advanceTimersByTimeAsync(6 * hourS * 1000);

  expect(shown.asked).toHaveLength(1);
  expect(without.asked).toHaveLength(2);
  [shown, without].forEach(({ watch }) => watch.stop());
});
