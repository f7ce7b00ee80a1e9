// @vitest-environment happy-dom
import { act, cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { answer, refuse } from '../../../testing/fake/answers';
import { inWorkspace, type InWorkspace } from '../../../testing/inWorkspace';
import { toggled } from '../DirectDialog/DirectDialog';
import { PeoplePicker } from './PeoplePicker';

let page: InWorkspace;
let chosen: readonly string[] = [];

function Held({ except }: { except?: string }) {
  const [users, setUsers] = useState<string[]>([]);
  chosen = users;
  return (
    <PeoplePicker
      label="people"
      chosen={users}
      except={except}
      onToggle={(user) => setUsers((now) => toggled(now, user))}
    />
  );
}

beforeEach(async () => {
  page = await inWorkspace();
});
afterEach(async () => {
  cleanup();
  await page.close();
});

test('of a pasted list those who are found are chosen once, and the others are named', async () => {
  const user = userEvent.setup();
  page.answers['users.lookupByEmail'] = ({ email }) =>
    email === 'bob@acme.test' ? answer({ user: { id: page.bob } }) : refuse('users_not_found');
  page.show(<Held except={page.me} />);

  await user.click(screen.getByRole('combobox'));
  await user.paste('@bob, Bob <bob@acme.test>\nghost@acme.test; nobody');
  expect(await screen.findByText('1 person of the list chosen.')).toBeTruthy();
  expect(screen.getByRole('alert').textContent).toBe('Not found: ghost@acme.test and nobody');
  expect(chosen).toEqual([page.bob]);

  await user.paste('bob\nghost');
  expect(await screen.findByText('Not found: ghost')).toBeTruthy();
  expect(chosen).toEqual([page.bob]);
});

test('what is no list is pasted as it is and looked for', async () => {
  const user = userEvent.setup();
  page.show(<Held />);
  await user.click(screen.getByRole('combobox'));
  await user.paste('bob');
  expect(screen.getByRole('combobox')).toHaveProperty('value', 'bob');
  await user.keyboard('{Enter}');
  expect(chosen).toEqual([page.bob]);
});

test('before anything is typed, that there is nobody to choose is told without a name', async () => {
  const user = userEvent.setup();
  act(() => page.workspace.inbox.act((state) => ({ ...state, people: {} })));
  page.show(<Held />);

  expect(screen.getByRole('status').textContent).toBe('Nobody else is in this workspace yet.');
  await user.type(screen.getByRole('combobox'), 'zz');
  expect(screen.getByRole('status').textContent).toBe("Nobody matches 'zz'.");
});
