// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { favouritesOf, forgetUses, noteUse } from './favourites';

test('what somebody used is kept in this browser, and nothing of it once they have signed out', () => {
  noteUse('rocket');
  expect(kept()).toContain('rocket');
  forgetUses();
  expect(localStorage).toHaveLength(0);
  noteUse('wave');
  expect(kept()).not.toContain('rocket');
});

const kept = () => localStorage.getItem(localStorage.key(0) ?? '');

test('an emoji counts once, in whatever skin tone', () => {
  forgetUses();
  noteUse('wave::skin-tone-2');
  noteUse('wave::skin-tone-5');
  expect(kept()).toBe('{"wave":2}');
  expect(favouritesOf({ 'wave::skin-tone-2': 1 }, 2)).toEqual(['wave', '+1']);
});
