import { expect, test } from 'vitest';
import { localInput, nextHour, scheduleChoices, timeProblem } from './schedule';

const at = (text: string) => new Date(text).getTime();

test('in an hour, tomorrow at nine, on Monday at nine; Monday only once', () => {
  const friday = at('2026-11-27T15:20:59.9');
  expect(scheduleChoices(friday)).toEqual([
    { id: 'hour', ms: at('2026-11-27T16:20:00') },
    { id: 'tomorrow', ms: at('2026-11-28T09:00:00') },
    { id: 'monday', ms: at('2026-11-30T09:00:00') },
  ]);
  const sunday = at('2026-11-29T08:00:00');
  expect(scheduleChoices(sunday).map(({ id }) => id)).toEqual(['hour', 'tomorrow']);
});

test('what is over, no time at all and what is too far away are told apart', () => {
  const now = at('2026-11-27T15:20:00');
  expect(timeProblem(now, now)).toBe('past');
  expect(timeProblem(NaN, now)).toBe('past');
  expect(timeProblem(now + 1, now)).toBeUndefined();
  expect(timeProblem(at('2027-04-01T09:00:00'), now)).toBe('far');
});

test('a field for date and time begins at the next full hour by the clock on the wall', () => {
  expect(localInput(nextHour(at('2026-11-27T23:20:30')))).toBe('2026-11-28T00:00');
});
