import { expect, test } from 'vitest';
import { mountedOf } from './list';

const range = (startIndex: number, endIndex: number, count = 100) => ({
  startIndex,
  endIndex,
  overscan: 2,
  count,
});

test('what is seen is mounted with some rows around it', () => {
  const mounted = mountedOf(range(21, 30));
  const [first = 100] = mounted;
  expect(first).toBeLessThanOrEqual(19);
  expect(mounted.at(-1)).toBeGreaterThanOrEqual(32);
  expect(mounted).toEqual(mounted.map((_, at) => first + at));
});

test('a row further down mounts nothing most of the time', () => {
  const changes = Array.from({ length: 40 }, (_, at) => at).filter(
    (at) => String(mountedOf(range(at, at + 9))) !== String(mountedOf(range(at + 1, at + 10))),
  );
  expect(changes.length).toBeLessThanOrEqual(20);
});

test('no row is mounted that is not there', () => {
  expect(mountedOf(range(0, 9)).at(0)).toBe(0);
  expect(mountedOf(range(91, 99)).at(-1)).toBe(99);
  expect(mountedOf(range(0, 2, 3))).toEqual([0, 1, 2]);
});
