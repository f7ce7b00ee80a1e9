// @vitest-environment happy-dom
import { screen, waitFor } from '@testing-library/react';
import { expect } from 'vitest';
import { conversation } from '../../../testing/builders';
import { answer, refuse } from '../../../testing/fake/answers';
import { test } from '../../../testing/pageTest';
import { AddDialog } from './AddDialog';

test('people are added to a channel; a refusal keeps the choice, who is in it already is no fault', async ({
  page,
  user,
}) => {
  const { world, bob, workspace } = page;
  const cleo = world.addUser('cleo', 'Cleo Castro', 'cleo@acme.test', '').id;
  await waitFor(() => expect(workspace.store.getState().people[cleo]).toBeDefined());
  const outcomes = [refuse('is_archived'), refuse('already_in_channel'), answer({})];
  const seen: unknown[] = [];
  page.answers['conversations.invite'] = (args) => (seen.push(args), outcomes.shift());
  const closed: true[] = [];
  page.show(
    <AddDialog conversation={conversation()} name="#boats" onClose={() => closed.push(true)} />,
  );

  expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Add' }).disabled).toBe(true);
  const field = screen.getByRole('combobox', { name: 'Find people' });
  await user.type(field, 'bob{Enter}');
  await user.clear(field);
  await user.type(field, 'cleo{Enter}');
  await user.click(screen.getByRole('button', { name: 'Add 2 people' }));
  expect(await screen.findByText('The channel is archived.')).toBeTruthy();
  expect(closed).toEqual([]);
  await user.click(screen.getByRole('button', { name: 'Add 2 people' }));
  await waitFor(() => expect(closed).toEqual([true]));
  expect(seen.at(-1)).toMatchObject({ channel: 'C1', users: [bob, cleo].join(',') });
});
