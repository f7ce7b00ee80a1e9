import { expect, test } from 'vitest';
import { isQuiet } from './dnd';

const scheduled = { dnd_enabled: true, next_dnd_start_ts: 1000, next_dnd_end_ts: 2000 };
const never = { dnd_enabled: false, next_dnd_start_ts: 1, next_dnd_end_ts: 1 };

test('somebody is not to be disturbed from the start of their schedule to its end', () => {
  expect([900, 1000, 1999, 2000].map((now) => isQuiet(scheduled, now))).toEqual([
    false,
    true,
    true,
    false,
  ]);
  expect(isQuiet({ ...scheduled, dnd_enabled: false }, 1500)).toBe(false);
});

test('a pause counts without a schedule, until it ends by itself', () => {
  const paused = { ...never, snooze_enabled: true, snooze_endtime: 500 };
  expect([499, 500].map((now) => isQuiet(paused, now))).toEqual([true, false]);
  expect(isQuiet({ ...paused, snooze_enabled: false }, 499)).toBe(false);
  expect([undefined, never].map((each) => isQuiet(each, 1))).toEqual([false, false]);
});
