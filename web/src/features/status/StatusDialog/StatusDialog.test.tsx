// @vitest-environment happy-dom
import { screen, waitFor } from '@testing-library/react';
import { expect } from 'vitest';
import { answer, refuse } from '../../../testing/fake/answers';
import { test } from '../../../testing/pageTest';
import { StatusDialog } from './StatusDialog';

const save = () => screen.getByRole('button', { name: 'Save' });

test('a status that is often used fills the form and ends by itself', async ({ page, user }) => {
  const seen: unknown[] = [];
  page.answers['users.profile.set'] = ({ profile }) => (seen.push(profile), answer({}));
  const closed: true[] = [];
  page.show(<StatusDialog onClose={() => closed.push(true)} />);

  await user.click(screen.getByRole('button', { name: /^In a meeting/ }));
  const hour = Math.floor(Date.now() / 1000) + 3600;
  await user.click(save());
  await waitFor(() => expect(closed).toEqual([true]));
  expect(seen).toMatchObject([{ status_text: 'In a meeting', status_emoji: ':calendar:' }]);
  const [{ status_expiration: end }] = seen as [{ status_expiration: number }];
  expect(Math.abs(end - hour)).toBeLessThan(60);
});

test('words alone get an emoji; a refusal keeps them; nothing at all clears', async ({
  page,
  user,
}) => {
  const seen: unknown[] = [];
  page.answers['users.profile.set'] = ({ profile }) =>
    seen.push(profile) === 1 ? refuse('too_long') : answer({});
  page.show(<StatusDialog onClose={() => undefined} />);
  const words = screen.getByLabelText('What are you at?');

  await user.type(words, ' Reading {Enter}');
  await waitFor(() => expect(screen.getByRole('alert').textContent).not.toBe(''));
  expect(words).toHaveProperty('value', ' Reading ');
  await user.clear(words);
  await user.click(save());
  expect(seen).toEqual([
    { status_text: 'Reading', status_emoji: ':speech_balloon:', status_expiration: 0 },
    { status_text: '', status_emoji: '', status_expiration: 0 },
  ]);
});

test('an end that is past is refused before anything is sent', async ({ page, user }) => {
  page.answers['users.profile.set'] = () => answer({});
  page.show(<StatusDialog onClose={() => undefined} />);

  await user.type(screen.getByLabelText('What are you at?'), 'Away');
  await user.selectOptions(screen.getByLabelText('Ends'), 'At a time of your choice');
  await user.type(screen.getByLabelText('Date and time'), '2020-01-01T10:00');
  await user.click(save());
  expect(await screen.findByText('Choose a time that is to come.')).toBeTruthy();
  expect(page.calls.seen.some(({ method }) => method === 'users.profile.set')).toBe(false);
});
