// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { forgetUses, noteUse } from './favourites';

test('what somebody used is kept in this browser, and nothing of it once they have signed out', () => {
  noteUse('rocket');
  expect(kept()).toContain('rocket');
  forgetUses();
  expect(localStorage).toHaveLength(0);
  noteUse('wave');
  expect(kept()).not.toContain('rocket');
});

const kept = () => localStorage.getItem(localStorage.key(0) ?? '');
