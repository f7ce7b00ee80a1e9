// @vitest-environment happy-dom
import { screen, waitFor, within } from '@testing-library/react';
import { expect } from 'vitest';
import '../../../i18n/enSettings';
import { answer, refuse, sessionOf } from '../../../testing/fake/answers';
import { test } from '../../../testing/pageTest';
import { SessionList } from './SessionList';

test('this device is first and signs out; others are ended, or it is told why not', async ({
  page,
  user,
}) => {
  let sessions = [
    { ...sessionOf('S2', Date.now()), current: false, ip: '10.0.0.2' },
    sessionOf('S1', Date.now()),
  ];
  page.answers['client.sessions.list'] = () => answer({ sessions });
  const outcomes = [refuse('ratelimited')];
  page.answers['client.sessions.end'] = ({ session }) => {
    const refused = outcomes.shift();
    if (refused === undefined) sessions = sessions.filter(({ id }) => id !== session);
    return refused ?? answer({});
  };
  const told: string[] = [];
  page.show(<SessionList onSignOut={() => told.push('out')} />);

  await waitFor(() => expect(screen.getAllByRole('listitem')).toHaveLength(2));
  const [first, second] = screen.getAllByRole('listitem');
  expect(within(first!).getByText('This device')).toBeTruthy();
  await user.click(within(first!).getByRole('button'));
  expect(told).toEqual(['out']);

  await user.click(within(second!).getByRole('button', { name: 'End session' }));
  await waitFor(() => expect(screen.getByRole('alert').textContent).not.toBe(''));
  expect(screen.getByText('10.0.0.2')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'End session' }));
  await waitFor(() => expect(screen.queryByText('10.0.0.2')).toBeNull());
  expect(screen.getByRole('alert').textContent).toBe('');
});
