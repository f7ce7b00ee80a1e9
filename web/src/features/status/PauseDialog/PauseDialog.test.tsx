// @vitest-environment happy-dom
import { screen, waitFor } from '@testing-library/react';
import { expect } from 'vitest';
import { answer, refuse } from '../../../testing/fake/answers';
import { test } from '../../../testing/pageTest';
import { PauseDialog } from './PauseDialog';

const pause = () => screen.getByRole('button', { name: 'Pause' });

test('notifications are paused for minutes; a refusal is told', async ({ page, user }) => {
  const seen: unknown[] = [];
  page.answers['dnd.setSnooze'] = (args) =>
    seen.push(args) === 1 ? refuse('snooze_failed') : answer({});
  const closed: true[] = [];
  page.show(<PauseDialog onClose={() => closed.push(true)} />);

  expect(screen.queryByRole('option', { name: 'Not by itself' })).toBeNull();
  await user.click(pause());
  await waitFor(() => expect(screen.getByRole('alert').textContent).not.toBe(''));
  await user.selectOptions(screen.getByLabelText('Until'), 'In 4 hours');
  await user.click(pause());
  await waitFor(() => expect(closed).toEqual([true]));
  expect(seen).toEqual([{ num_minutes: 60 }, { num_minutes: 240 }]);
});

test('an end of ones choice is reckoned by the clock of the server', async ({ page, user }) => {
  const seen: unknown[] = [];
  page.answers['dnd.setSnooze'] = (args) => (seen.push(args), answer({}));
  const hours = 3_600_000;
  page.workspace.store.setState({ clockSkewMs: 2 * hours });
  const closed: true[] = [];
  page.show(<PauseDialog onClose={() => closed.push(true)} />);

  await user.selectOptions(screen.getByLabelText('Until'), 'At a time of your choice');
  const at = new Date(Date.now() + 5 * hours - new Date().getTimezoneOffset() * 60_000);
  await user.type(screen.getByLabelText('Date and time'), at.toISOString().slice(0, 16));
  await user.click(pause());
  await waitFor(() => expect(closed).toEqual([true]));
  const [{ num_minutes: minutes }] = seen as [{ num_minutes: number }];
  expect(Math.abs(minutes - 180)).toBeLessThanOrEqual(1);
});

test.for(['2020-01-01T10:00', ''])('no pause ends at "%s"', async (picked, { page, user }) => {
  page.show(<PauseDialog onClose={() => undefined} />);

  await user.selectOptions(screen.getByLabelText('Until'), 'At a time of your choice');
  if (picked !== '') await user.type(screen.getByLabelText('Date and time'), picked);
  await user.click(pause());
  expect(await screen.findByText('Choose a time that is to come.')).toBeTruthy();
  expect(page.calls.seen.some(({ method }) => method === 'dnd.setSnooze')).toBe(false);
});
