import { expect, test } from 'vitest';
import { Figures, interactionOf, layoutShiftOf, percentile } from './figures';

test('the 95th percentile is one of the values, and not exceeded by 95 of 100', () => {
  const values = Array.from({ length: 100 }, (_, at) => 100 - at);

  expect(percentile(values, 0.95)).toBe(95);
  expect(percentile([7], 0.95)).toBe(7);
  expect(percentile([], 0.95)).toBe(0);
});

test('figures tell how often, what was last, and the worst', () => {
  const figures = new Figures();
  [3, 9, 6].forEach((value) => figures.add('type', value));

  expect(figures.all()).toEqual([{ name: 'type', count: 3, last: 6, p95: 9, max: 9 }]);
});

test('shifts count together when they are close to each other, for five seconds at most', () => {
  const far = [0, 2000, 4000].map((at) => ({ at, value: 0.1 }));
  const close = [0, 900, 1800].map((at) => ({ at, value: 0.1 }));
  const long = Array.from({ length: 11 }, (_, at) => ({ at: at * 900, value: 0.1 }));

  expect(layoutShiftOf(far)).toBeCloseTo(0.1);
  expect(layoutShiftOf(close)).toBeCloseTo(0.3);
  expect(layoutShiftOf(long)).toBeCloseTo(0.6);
});

test('of few interactions the worst counts, of many one in fifty does not', () => {
  const many = Array.from({ length: 100 }, (_, at) => at);

  expect(interactionOf([10, 80, 30])).toBe(80);
  expect(interactionOf(many)).toBe(97);
  expect(interactionOf([])).toBe(0);
});
