// @vitest-environment happy-dom
import { screen, waitFor } from '@testing-library/react';
import { expect } from 'vitest';
import '../../../i18n/enGroups';
import type { Usergroup } from '../../../protocol/generated';
import { answer, refuse } from '../../../testing/fake/answers';
import { test } from '../../../testing/pageTest';
import { GroupDialog } from './GroupDialog';

const crew = { id: 'S1', name: 'Crew', handle: 'crew', description: '', users: ['U1'] };

test('a group that was made is not made twice when its people are refused', async ({
  page,
  user,
}) => {
  const seen: string[] = [];
  const told: boolean[] = [];
  for (const method of ['usergroups.create', 'usergroups.update']) {
    page.answers[method] = () => (seen.push(method), answer({ usergroup: crew }));
  }
  page.answers['usergroups.users.update'] = () => refuse('subteam_max_users_exceeded');
  page.show(<GroupDialog group={undefined} onClose={(changed) => told.push(changed)} />);
  const create = () => screen.getByRole<HTMLButtonElement>('button', { name: 'Create' });

  expect(create().disabled).toBe(true);
  await user.type(screen.getByLabelText('Name'), 'Crew');
  await user.type(screen.getByRole('combobox', { name: 'Who is in it' }), 'bob{Enter}');
  await user.click(create());
  expect(await screen.findByText('That is more people than a group can have.')).toBeTruthy();
  await user.click(create());
  await waitFor(() => expect(seen).toEqual(['usergroups.create', 'usergroups.update']));
  await user.click(screen.getByRole('button', { name: 'Cancel' }));
  expect(told).toEqual([true]);
});

test('what is changed is saved; its people only if they are others', async ({ page, user }) => {
  const seen: unknown[] = [];
  const told: boolean[] = [];
  page.answers['usergroups.update'] = (args) => (seen.push(args), answer({ usergroup: crew }));
  const group = { ...crew, users: [page.bob] } as unknown as Usergroup;
  page.show(<GroupDialog group={group} onClose={(changed) => told.push(changed)} />);

  await user.clear(screen.getByLabelText('Handle'));
  await user.type(screen.getByLabelText('Handle'), 'Night Crew');
  await user.click(screen.getByRole('button', { name: 'Save' }));
  await waitFor(() => expect(told).toEqual([true]));
  expect(seen).toEqual([{ usergroup: 'S1', name: 'Crew', handle: 'night-crew', description: '' }]);
});
