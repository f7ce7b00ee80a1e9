// @vitest-environment happy-dom
import { screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, vi } from 'vitest';
import '../../../i18n/enDetails';
import { conversation } from '../../../testing/builders';
import { answer, refuse } from '../../../testing/fake/answers';
import type { InWorkspace } from '../../../testing/inWorkspace';
import { test } from '../../../testing/pageTest';
import { sized } from '../../../testing/sized';
import { Members } from './Members';

beforeEach(sized);
afterEach(() => void vi.restoreAllMocks());

function show(page: InWorkspace, given: Parameters<typeof conversation>[0]): void {
  const [id = ''] = page.world.channels.keys();
  page.show(<Members conversation={conversation({ id, ...given })} name="general" />);
}

test('who is refused to be removed stays, and why is told in the question', async ({
  page,
  user,
}) => {
  const outcomes = [refuse('cant_kick_self'), answer({})];
  page.answers['conversations.kick'] = () => outcomes.shift();
  show(page, { is_private: true });

  await user.click(await screen.findByRole('button', { name: 'Remove Bob Brown' }));
  expect(screen.getByText(/^They see nothing of it any more/)).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Remove' }));
  await waitFor(() =>
    expect(screen.getAllByRole('alert').some(({ textContent }) => textContent !== '')).toBe(true),
  );
  expect(screen.getByText('Bob Brown')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Remove' }));
  await waitFor(() => expect(screen.queryByText('Bob Brown')).toBeNull());
});

test('nobody is removed from the channel of all, or added to one that is archived', async ({
  page,
}) => {
  show(page, { is_general: true, is_archived: true });

  expect(await screen.findByText('Bob Brown')).toBeTruthy();
  expect(screen.queryByRole('button', { name: /^Remove/ })).toBeNull();
  expect(screen.queryByRole('button', { name: 'Add people' })).toBeNull();
});
