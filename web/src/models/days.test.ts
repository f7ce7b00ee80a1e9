import { expect, test } from 'vitest';
import { dayProblem, dayStart, dayStartOf } from './days';

const now = new Date(2026, 10, 24, 10, 14).getTime();

test('a day begins at midnight, as far back as wanted', () => {
  expect(dayStart(now, 0)).toBe(new Date(2026, 10, 24).getTime());
  expect(dayStart(now, 1)).toBe(new Date(2026, 10, 23).getTime());
  expect(dayStart(now, 24)).toBe(new Date(2026, 9, 31).getTime());
  expect(dayStartOf('2026-11-24')).toBe(dayStart(now, 0));
});

test('what is no day, or still to come, is said', () => {
  expect(dayProblem('2026-11-24', now)).toBeUndefined();
  expect(dayProblem('2026-11-25', now)).toBe('future');
  expect(dayProblem('', now)).toBe('none');
  expect(dayProblem('24.11.2026', now)).toBe('none');
  expect(dayProblem('2026-02-31x', now)).toBe('none');
  expect(dayProblem('0001-01-01', now)).toBe('none');
});
