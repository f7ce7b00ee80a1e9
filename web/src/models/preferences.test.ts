import { expect, test } from 'vitest';
import { preferencesOf, usual } from './preferences';

test('what was chosen stays chosen', () => {
  const chosen = {
    ...usual,
    theme: 'hc-dark',
    textSize: '125',
    enter: 'breaks',
    singleKeys: false,
  };

  expect(preferencesOf(JSON.stringify(chosen))).toEqual(chosen);
});

test.each([null, '', 'null', '[]', '{"theme":7}', '{"theme":"pink","singleKeys":"no"}', '{"the'])(
  '%s is understood as the usual',
  (kept) => {
    expect(preferencesOf(kept)).toEqual(usual);
  },
);
