// @vitest-environment happy-dom
import { screen } from '@testing-library/react';
import { afterEach, expect } from 'vitest';
import { Language as Spoken } from '../../../app/Language';
import { prefer } from '../../../app/preferences';
import '../../../i18n/enSettings';
import { usual } from '../../../models/preferences';
import { test } from '../../../testing/pageTest';
import { Language } from './Language';

afterEach(() => prefer('language', usual.language));

test('the page speaks another language at once, and the way back is there', async ({
  page,
  user,
}) => {
  page.show(
    <Spoken forced={null}>
      <Language />
    </Spoken>,
  );

  expect(screen.getByRole('group', { name: 'Language' })).toBeTruthy();
  await user.click(screen.getByRole('radio', { name: /^Accented and longer/ }));
  expect(screen.getByRole('group', { name: /^\[Lángüágë~+\]$/ })).toBeTruthy();
  await user.click(screen.getByRole('radio', { name: /^\[Ënglïsh/ }));
  expect(screen.getByRole('group', { name: 'Language' })).toBeTruthy();
});
