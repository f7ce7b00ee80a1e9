import { expect, test } from 'vitest';
import { minutesOf, reminderParts } from './saidTimes';

test.each([
  ['me to call Ann tomorrow at 10', 'call Ann', 'tomorrow at 10'],
  ['me "buy milk" in 20 minutes', 'buy milk', 'in 20 minutes'],
  ['stretch every weekday', 'stretch', 'every weekday'],
  ['to look at it on Monday', 'look', 'at it on Monday'],
])('%s', (said, what, when) => {
  expect(reminderParts(said)[0]).toEqual({ what, when });
});

test('every place where a time may begin is tried, and nothing without words before it', () => {
  expect(reminderParts('me to look at it on Monday').map(({ when }) => when)).toEqual([
    'at it on Monday',
    'on Monday',
    'Monday',
  ]);
  expect(reminderParts('me tomorrow')).toEqual([]);
});

test.each([
  ['', 60],
  ['30', 30],
  ['45m', 45],
  ['2 hours', 120],
  ['an hour', 60],
  ['1d', 1440],
  ['a while', undefined],
  ['soon', undefined],
])('"%s" are so many minutes', (said, minutes) => {
  expect(minutesOf(said)).toBe(minutes);
});
