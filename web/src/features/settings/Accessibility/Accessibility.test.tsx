// @vitest-environment happy-dom
import { screen } from '@testing-library/react';
import { afterEach, expect } from 'vitest';
import { followPreferences, prefer, preferences } from '../../../app/preferences';
import '../../../i18n/enSettings';
import { usual } from '../../../models/preferences';
import { test } from '../../../testing/pageTest';
import { showLook } from '../../../ui/theme';
import { Accessibility } from './Accessibility';

afterEach(() => {
  prefer('spoken', usual.spoken);
  prefer('motion', usual.motion);
});

test('what is said aloud is chosen, all messages at first', async ({ page, user }) => {
  page.show(<Accessibility />);
  const all = screen.getByRole('radio', { name: 'All in the open conversation' });

  expect(all).toHaveProperty('checked', true);
  await user.click(screen.getByRole('radio', { name: 'Those that mention me' }));
  expect(preferences()).toEqual({ ...usual, spoken: 'mentions' });
  expect(all).toHaveProperty('checked', false);
});

test('motion is reduced at once', async ({ page, user }) => {
  followPreferences(showLook);
  page.show(<Accessibility />);

  expect(document.documentElement.dataset.motion).toBe('system');
  await user.click(screen.getByRole('radio', { name: 'Reduced' }));
  expect(document.documentElement.dataset.motion).toBe('reduced');
  expect(preferences()).toEqual({ ...usual, motion: 'reduced' });
});
