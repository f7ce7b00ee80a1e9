// @vitest-environment happy-dom
import { cleanup, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { User } from '../../../protocol/generated';
import { answer, refuse } from '../../../testing/fake/answers';
import { inWorkspace, type InWorkspace } from '../../../testing/inWorkspace';
import { AdminPeople } from '../../admin/AdminPeople/AdminPeople';
import { PeopleView } from './PeopleView';

let page: InWorkspace;
beforeEach(async () => {
  page = await inWorkspace();
  page.world.addUser('cleo', 'Cleo Castro', 'cleo@acme.test', '');
  await waitFor(() => expect(Object.keys(page.workspace.store.getState().people)).toHaveLength(3));
  change(page.me, { is_owner: true, is_admin: true });
});
afterEach(async () => {
  cleanup();
  await page.close();
});

function change(id: string, given: Partial<User>): void {
  const account = page.world.accounts.get(id)!;
  account.user = { ...account.user, ...given };
  page.world.log('T1', { type: 'user_changed', user: account.user });
}

const rows = () =>
  screen.getAllByRole('listitem').flatMap((item) => item.querySelector('bdi')?.textContent ?? []);

test('people are found by name and role, and arrows walk them', async () => {
  const user = userEvent.setup();
  page.show(<PeopleView />);
  await waitFor(() => expect(screen.getAllByText('Owner').length).toBeGreaterThan(0));
  expect(rows()).toEqual(['Alice Adams', 'Bob Brown', 'Cleo Castro']);

  await user.type(screen.getByLabelText('Find people'), 'bro');
  expect(rows()).toEqual(['Bob Brown']);
  await user.clear(screen.getByLabelText('Find people'));
  await user.selectOptions(screen.getByLabelText('Role'), 'Owners');
  expect(rows()).toEqual(['Alice Adams']);
  await user.selectOptions(screen.getByLabelText('Role'), 'Everybody');

  screen.getByRole('link', { name: /Alice Adams/ }).focus();
  await user.keyboard('{End}{ArrowUp}');
  await waitFor(() => expect(document.activeElement?.textContent).toContain('Bob Brown'));
  await user.keyboard('{Enter}');
  expect(page.path()).toBe(`/w/acme/people/${page.bob}`);
});

test('admins give roles and shut people out, and a refusal is told', async () => {
  const user = userEvent.setup();
  const seen: unknown[] = [];
  page.answers['client.people.setRole'] = (args) => (seen.push(args), answer({}));
  page.answers['client.people.deactivate'] = ({ user: id }) => {
    if (seen.push(id) === 2) return refuse('cannot_update_admin_user');
    change(String(id), { deleted: true });
    return answer({});
  };
  page.show(<AdminPeople />);

  await user.click(await screen.findByRole('button', { name: /role or access of Bob Brown/ }));
  await user.click(screen.getByRole('menuitemradio', { name: 'Admin' }));
  await waitFor(() => expect(seen).toEqual([{ user: page.bob, role: 'admin' }]));

  await user.click(screen.getByRole('button', { name: /role or access of Bob Brown/ }));
  await user.click(screen.getByRole('menuitem', { name: 'Deactivate…' }));
  await user.click(screen.getByRole('button', { name: 'Deactivate' }));
  expect(await screen.findByText(/^Only owners do this/)).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Deactivate' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  await waitFor(() => expect(rows()).toEqual(['Alice Adams', 'Cleo Castro', 'Bob Brown']));
});

test('who is no admin is told so', async () => {
  change(page.me, { is_owner: false, is_admin: false });
  page.show(<AdminPeople />);
  expect(await screen.findByText('Only admins see this.')).toBeTruthy();
  expect(screen.queryByRole('link', { name: 'Roles and access' })).toBeNull();
});
