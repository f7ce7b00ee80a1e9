// @vitest-environment happy-dom
import { act, screen } from '@testing-library/react';
import { afterEach, expect } from 'vitest';
import { prefer, preferences } from '../../../app/preferences';
import '../../../i18n/enSettings';
import { usual } from '../../../models/preferences';
import { test } from '../../../testing/pageTest';
import { Reading } from './Reading';

afterEach(() => prefer('reading', usual.reading));

test('one starts where one left off, unless something else is chosen', async ({ page, user }) => {
  page.show(<Reading />);
  const isChosen = (name: RegExp) => screen.getByRole<HTMLInputElement>('radio', { name }).checked;

  expect(isChosen(/where I left off, mark as read what I see$/)).toBe(true);
  await user.click(screen.getByRole('radio', { name: /newest message, mark all as read$/ }));
  expect(preferences().reading).toBe('newest');
  await user.click(screen.getByRole('radio', { name: /newest message, mark nothing as read$/ }));
  expect(preferences().reading).toBe('unmarked');
  act(() => prefer('reading', 'resume'));
  expect(isChosen(/where I left off/)).toBe(true);
});
