import { expect, test } from 'vitest';
import { batched, withEntry } from './records';

test('a record that others have seen is never changed', () => {
  const seen = { a: 1 };
  const next = withEntry(seen, 'b', 2);

  expect(next).toEqual({ a: 1, b: 2 });
  expect(seen).toEqual({ a: 1 });
  expect(withEntry(next, 'c', 3)).not.toBe(next);
});

test('in a batch it is copied once, and afterwards it counts as seen', () => {
  const seen = { a: 1 };
  const made = batched(() => {
    const first = withEntry(seen, 'b', 2);
    const second = withEntry(first, 'c', 3);
    expect(second).toBe(first);
    return second;
  });

  expect(seen).toEqual({ a: 1 });
  expect(made).toEqual({ a: 1, b: 2, c: 3 });
  batched(() => expect(withEntry(made, 'a', 9)).not.toBe(made));
  expect(made.a).toBe(1);
});
