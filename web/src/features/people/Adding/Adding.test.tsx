// @vitest-environment happy-dom
import { act, screen } from '@testing-library/react';
import { expect } from 'vitest';
import { alice, bob } from '../../../testing/builders';
import type { InWorkspace } from '../../../testing/inWorkspace';
import { test } from '../../../testing/pageTest';
import { AddDialog } from '../AddDialog/AddDialog';
import { DirectDialog } from '../DirectDialog/DirectDialog';
import { PeopleView } from '../PeopleView/PeopleView';
import { AdminPeople } from '../../admin/AdminPeople/AdminPeople';

/** Who is in the workspace besides oneself, and what one is there. */
function given({ workspace, me }: InWorkspace, own: object, others: object = {}): void {
  const people = { [me]: { ...alice, id: me, ...own }, ...others };
  act(() => workspace.store.setState({ people, allPeople: true }));
}

const command = './parley admin user create --workspace acme --name <name> --email <mail address>';
const others = 'An admin adds people to this workspace.';
const field = () => screen.queryByRole('textbox', { name: 'Command' });

function Add({ page }: { page: InWorkspace }) {
  const conversation = Object.values(page.workspace.store.getState().conversations)[0]!;
  return <AddDialog conversation={conversation} name="general" onClose={() => undefined} />;
}

test.for([
  ['who adds to a channel', (page: InWorkspace) => <Add page={page} />],
  ['who writes to somebody', () => <DirectDialog onClose={() => undefined} />],
  ['who looks at the people', () => <PeopleView />],
] as const)('%s and is alone reads how people come in', async ([, shown], { page, user }) => {
  given(page, { rank: 'owner' });
  page.show(shown(page));
  expect(field()?.textContent).toBe(command);
  expect(screen.getByText(/^Add each person on the server's command line/)).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Copy Command' }));
  expect(getSelection()?.toString()).toBe(command);

  given(page, {});
  expect(field()).toBeNull();
  expect(screen.getByText(others)).toBeTruthy();

  given(page, {}, { [bob.id]: bob });
  expect(screen.queryByText(others)).toBeNull();
});

test('beside the roles admins read it whoever else is there', ({ page }) => {
  given(page, { rank: 'admin' }, { [bob.id]: bob });
  page.show(<AdminPeople />);
  expect(field()?.textContent).toBe(command);
});
