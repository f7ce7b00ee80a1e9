// @vitest-environment happy-dom
import { screen } from '@testing-library/react';
import { expect } from 'vitest';
import { localInput } from '../../../models/schedule';
import { test } from '../../../testing/pageTest';
import { TimeDialog } from './TimeDialog';

const dayMs = 86_400_000;

test('a moment must be to come, and not too far away', async ({ page, user }) => {
  const told: number[] = [];
  const soon = Math.floor((Date.now() + dayMs) / 60_000) * 60_000;
  page.show(
    <TimeDialog
      title={'Send later'}
      save="Schedule"
      from={Date.now() - dayMs}
      noteOf={(ms) => (ms === soon ? 'tomorrow' : undefined)}
      onSave={(ms) => told.push(ms)}
      onClose={() => undefined}
    />,
  );
  const when = screen.getByLabelText('When');
  const choose = async (ms: number) => {
    await user.clear(when);
    await user.type(when, localInput(ms));
  };

  expect(screen.queryByText('That time is past. Choose a later one.')).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Schedule' }));
  expect(screen.getByText('That time is past. Choose a later one.')).toBeTruthy();
  await choose(Date.now() + 121 * dayMs);
  expect(screen.getByText(/^That is too far away/)).toBeTruthy();
  await user.clear(when);
  expect(screen.getByText('That time is past. Choose a later one.')).toBeTruthy();
  await choose(soon);
  expect(screen.getByText('tomorrow')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Schedule' }));
  expect(told).toEqual([soon]);
});
