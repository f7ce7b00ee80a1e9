import { expect, test } from 'vitest';
import { expiryOf, statusOf } from './status';

// A Wednesday.
const now = new Date(2026, 10, 25, 14, 20).getTime();
const at = (day: number, hour: number, minute: number) =>
  new Date(2026, 10, day, hour, minute).getTime() / 1000;

test('a status that is over is none', () => {
  const said = { status_emoji: ':palm_tree:', status_text: 'Away', status_expiration: 100 };
  expect(statusOf(said, 99)).toEqual({ emoji: 'palm_tree', text: 'Away', until: 100 });
  expect(statusOf(said, 100)).toBeUndefined();
  expect(statusOf({}, 0)).toBeUndefined();
  expect(statusOf(undefined, 0)).toBeUndefined();
});

test('a status ends by the clock of the machine, a week on Sunday', () => {
  expect(expiryOf('never', now)).toBe(0);
  expect(expiryOf('half', now)).toBe(at(25, 14, 50));
  expect(expiryOf('hours', now)).toBe(at(25, 18, 20));
  expect(expiryOf('today', now)).toBe(at(25, 23, 59));
  expect(expiryOf('week', now)).toBe(at(29, 23, 59));
  expect(expiryOf('pick', now, '2026-11-27T09:00')).toBe(at(27, 9, 0));
  expect(expiryOf('pick', now, '')).toBe(0);
});
