// @vitest-environment happy-dom
import { screen, within } from '@testing-library/react';
import { afterEach, expect } from 'vitest';
import { prefer, preferences } from '../../../app/preferences';
import '../../../i18n/enSettings';
import { usual } from '../../../models/preferences';
import { test } from '../../../testing/pageTest';
import { Appearance } from './Appearance';

afterEach(() => {
  prefer('theme', usual.theme);
  prefer('density', usual.density);
  prefer('textSize', usual.textSize);
  prefer('skinTone', usual.skinTone);
});

const choice = (set: string, name: string) =>
  within(screen.getByRole('group', { name: set })).getByRole('radio', { name });

test('how the page looks is chosen part by part, the same word meaning its own set', async ({
  page,
  user,
}) => {
  page.show(<Appearance />);

  await user.click(choice('Theme', 'Dark'));
  expect(preferences()).toEqual({ ...usual, theme: 'dark' });
  await user.click(choice('Density', 'Compact'));
  await user.click(choice('Text size', '87%'));
  const chosen = { theme: 'dark', density: 'compact', textSize: '87' };
  expect(preferences()).toEqual({ ...usual, ...chosen });
});

test('a skin tone is shown on the hand that it will have', async ({ page, user }) => {
  page.show(<Appearance />);

  expect(choice('Skin tone of emoji', '✋ None')).toHaveProperty('checked', true);
  await user.click(choice('Skin tone of emoji', '✋🏿 Dark'));
  expect(preferences().skinTone).toBe('6');
  expect(choice('Skin tone of emoji', '✋ None')).toHaveProperty('checked', false);
});
