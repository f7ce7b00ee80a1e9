// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Trigger } from '../../../models/triggers';
import { patienceMs } from '../waitingKeys';
import { HeldKeys } from './heldKeys';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const half: Trigger = { sign: '@', start: 1, query: 'nig' };

function field(answer: boolean | 'waits' | undefined) {
  const done: string[] = [];
  const now = { answer };
  const held: HeldKeys = new HeldKeys({
    press: () => now.answer,
    again: (key) => done.push(held.press(key) ? `completes ${key}` : `does ${key}`),
  });
  held.ask(half);
  held.tell(half);
  return { held, done, now };
}

test.each(['waits', undefined] as const)(
  'Enter waits for what may fit, and takes it when it is known: %s',
  async (answer) => {
    const { held, done, now } = field(answer);
    expect(held.press('Enter')).toBe(true);
    now.answer = true;
    held.known();
    await Promise.resolve();
    expect(done).toEqual(['completes Enter']);
  },
);

test('Enter does what it does when nothing fits, or nobody answers for long', async () => {
  const { held, done, now } = field('waits');
  held.press('Enter');
  now.answer = false;
  held.known();
  await Promise.resolve();
  expect(done).toEqual(['does Enter']);

  now.answer = 'waits';
  held.press('Enter');
  vi.advanceTimersByTime(patienceMs - 1);
  expect(done).toHaveLength(1);
  vi.advanceTimersByTime(1);
  expect(done).toEqual(['does Enter', 'does Enter']);
});

test('Enter waits as long when no key came with what was typed before the editor', () => {
  const { held, done } = field('waits');
  held.give([]);
  vi.advanceTimersByTime(patienceMs - 1);
  held.press('Enter');
  vi.advanceTimersByTime(patienceMs - 1);
  expect(done).toEqual([]);
  vi.advanceTimersByTime(1);
  expect(done).toEqual(['does Enter']);
});

test('what the list showed before the last letter is not taken', () => {
  const press = vi.fn(() => true);
  const held = new HeldKeys({ press, again: vi.fn() });
  held.ask(half);
  expect(held.press('Enter')).toBe(true);
  expect(press).not.toHaveBeenCalled();
  held.tell(half);
  expect(held.press('Enter')).toBe(true);
  expect(press).toHaveBeenCalledOnce();
  held.drop();
});

test.each([
  ['another letter', (held: HeldKeys) => held.ask({ ...half, query: 'nige' })],
  ['Escape', (held: HeldKeys) => void held.press('Escape')],
])('%s lets a key go that waits', async (_, lets) => {
  const { held, done, now } = field('waits');
  held.press('Enter');
  lets(held);
  now.answer = true;
  held.known();
  await vi.advanceTimersByTimeAsync(patienceMs);
  expect(done).toEqual([]);
});

test('other keys, and keys behind nothing to complete, wait for nothing', () => {
  const { held } = field('waits');
  expect(held.press('ArrowUp')).toBe(false);
  held.ask(undefined);
  expect(held.press('Enter')).toBe(false);
});
