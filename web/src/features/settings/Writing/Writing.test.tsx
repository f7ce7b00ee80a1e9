// @vitest-environment happy-dom
import { screen } from '@testing-library/react';
import { afterEach, expect } from 'vitest';
import { prefer, preferences } from '../../../app/preferences';
import '../../../i18n/enSettings';
import { usual } from '../../../models/preferences';
import { test } from '../../../testing/pageTest';
import { Writing } from './Writing';

afterEach(() => {
  prefer('enter', usual.enter);
  prefer('plainMarkup', usual.plainMarkup);
});

test('how messages are written is chosen part by part', async ({ page, user }) => {
  page.show(<Writing />);

  await user.click(screen.getByLabelText(/^Starts a new line/));
  expect(preferences()).toMatchObject({ enter: 'breaks', plainMarkup: usual.plainMarkup });
  await user.click(screen.getByRole('checkbox'));
  expect(preferences()).toMatchObject({ enter: 'breaks', plainMarkup: !usual.plainMarkup });
});
