import { expect, test } from 'vitest';
import { aroundChosen } from './around';

const around = (rows: string, row: string, at: number) =>
  aroundChosen(Array.from(rows), { row, at }, (each) => each, 4).join('');

test('what comes later joins around the chosen row, which stays where it stood', () => {
  expect(around('xab', 'a', 0)).toBe('axb');
  expect(around('xayb', 'b', 1)).toBe('xbay');
  expect(around('abc', 'b', 1)).toBe('abc');
});

test('a chosen row for which there would be no room any more stays in place of the last', () => {
  expect(around('wxyz', 'b', 1)).toBe('wbxy');
});

test('a chosen row that answers no more is gone, and none stands beyond the end', () => {
  expect(around('wxy', 'b', 1)).toBe('wxy');
  expect(around('ba', 'b', 5)).toBe('ab');
  expect(around('', 'b', 1)).toBe('');
});
