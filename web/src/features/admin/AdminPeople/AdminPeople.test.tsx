// @vitest-environment happy-dom
import { screen, waitFor } from '@testing-library/react';
import { expect } from 'vitest';
import type { User } from '../../../protocol/generated';
import { answer, refuse, type Args } from '../../../testing/fake/answers';
import type { InWorkspace } from '../../../testing/inWorkspace';
import { test } from '../../../testing/pageTest';
import { Toasts } from '../../../ui/Toast/Toast';
import { AdminPeople } from './AdminPeople';

function change({ world }: InWorkspace, id: string, given: Partial<User>): void {
  const account = world.accounts.get(id)!;
  account.user = { ...account.user, ...given };
  world.log('T1', { type: 'user_changed', user: account.user });
}

const changeOf = (name: string) => `Change the role or access of ${name}`;
const open = (name: string) => screen.findByRole('button', { name: changeOf(name) });

test('an admin gives no role above their own, and changes nobody who is not below them', async ({
  page,
  user,
}) => {
  page.world.addUser('cleo', 'Cleo Castro', 'cleo@acme.test', '');
  change(page, page.me, { is_owner: false, is_admin: true });
  change(page, page.bob, { is_owner: true, is_admin: true });
  page.show(<AdminPeople />);

  const press = await open('Cleo Castro');
  await waitFor(() =>
    expect(screen.queryByRole('button', { name: changeOf('Bob Brown') })).toBeNull(),
  );
  expect(screen.queryByRole('button', { name: changeOf('Alice Adams') })).toBeNull();
  await user.click(press);
  const offered = screen.getAllByRole('menuitemradio');
  expect(offered.map(({ textContent }) => textContent)).toEqual(['Admin', 'Member', 'Guest']);
  expect(screen.getByRole('menuitemradio', { checked: true }).textContent).toBe('Member');
});

test('who was shut out can only be let in again', async ({ page, user }) => {
  const asked: Args[] = [];
  page.answers['client.people.reactivate'] = (args) => {
    asked.push(args);
    change(page, page.bob, { deleted: false });
    return answer({});
  };
  change(page, page.me, { is_owner: true, is_admin: true });
  change(page, page.bob, { deleted: true });
  page.show(<AdminPeople />);
  await waitFor(() => expect(screen.getAllByText('Deactivated')).toHaveLength(2));

  await user.click(await open('Bob Brown'));
  expect(screen.queryByRole('menuitemradio')).toBeNull();
  await user.click(screen.getByRole('menuitem', { name: 'Let in again' }));
  expect(asked).toEqual([{ user: page.bob }]);
  await waitFor(() => expect(screen.getAllByText('Deactivated')).toHaveLength(1));
});

test('a role that is refused is told where it was asked for, one that is given at the foot', async ({
  page,
  user,
}) => {
  change(page, page.me, { is_owner: true, is_admin: true });
  page.answers['client.people.setRole'] = () => refuse('role_above_own');
  page.show(
    <Toasts>
      <AdminPeople />
    </Toasts>,
  );
  await user.click(await open('Bob Brown'));
  await user.click(screen.getByRole('menuitemradio', { name: 'Owner' }));
  const refusal = 'Nobody gives a role above their own.';
  await waitFor(() => expect(screen.getByRole('alert').textContent).toBe(refusal));
  expect(screen.queryByText('Bob Brown: Owner')).toBeNull();

  page.answers['client.people.setRole'] = () => answer({});
  await user.click(await open('Bob Brown'));
  await user.click(screen.getByRole('menuitemradio', { name: 'Guest' }));
  expect(await screen.findByText('Bob Brown: Guest')).toBeTruthy();
  expect(screen.getByRole('alert').textContent).toBe('');
});
