// @vitest-environment happy-dom
import { cleanup, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Usergroup } from '../../../protocol/generated';
import { answer, refuse } from '../../../testing/fake/answers';
import { inWorkspace, type InWorkspace } from '../../../testing/inWorkspace';
import { Cards } from '../../profile/Cards/Cards';
import { GroupsView } from './GroupsView';

let page: InWorkspace;
let groups: Usergroup[];
const groupOf = (given: Partial<Usergroup>) =>
  ({
    id: 'S1',
    name: 'Crew',
    handle: 'crew',
    description: '',
    date_delete: 0,
    users: [],
    ...given,
  }) as unknown as Usergroup;

beforeEach(async () => {
  page = await inWorkspace();
  const own = page.world.accounts.get(page.me)!;
  page.world.log('T1', { type: 'user_changed', user: own.user });
  groups = [groupOf({ users: [page.bob] })];
  page.answers['usergroups.list'] = () => answer({ usergroups: groups });
});
afterEach(async () => {
  cleanup();
  await page.close();
});

test('a group is made with people in it; what is refused is told', async () => {
  const user = userEvent.setup();
  let tries = 0;
  page.answers['usergroups.create'] = ({ name, handle }) => {
    if ((tries += 1) === 1) return refuse('handle_already_exists');
    const usergroup = groupOf({ id: 'S2', name: String(name), handle: String(handle) });
    groups = [...groups, usergroup];
    return answer({ usergroup });
  };
  page.answers['usergroups.users.update'] = ({ usergroup, users }) => {
    groups = groups.map((each) =>
      each.id === usergroup ? { ...each, users: String(users).split(',') } : each,
    );
    return answer({});
  };
  page.show(<GroupsView />);

  await user.click(await screen.findByRole('button', { name: 'New group' }));
  await user.type(screen.getByLabelText('Name'), 'On call');
  await user.type(screen.getByLabelText('Handle'), 'On call');
  await user.type(screen.getByRole('combobox', { name: 'Who is in it' }), 'bob{Enter}');
  await user.click(screen.getByRole('button', { name: 'Create' }));
  expect(await screen.findByText('That handle is taken. Choose another one.')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Create' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(await screen.findByText('@on-call')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Show who is in On call' }));
  expect(screen.getByText('Bob Brown')).toBeTruthy();
});

test('what others change of groups is shown at once', async () => {
  page.show(<GroupsView />);
  expect(await screen.findByText('@crew')).toBeTruthy();
  page.world.log('T1', { type: 'subteam_updated', subteam: groupOf({ handle: 'night-crew' }) });
  expect(await screen.findByText('@night-crew')).toBeTruthy();
  expect(screen.queryByText('@crew')).toBeNull();
});

test('a group is taken out of use', async () => {
  const user = userEvent.setup();
  page.answers['usergroups.disable'] = () => ((groups = [groupOf({ date_delete: 1 })]), answer({}));
  page.show(<GroupsView />);
  await user.click(await screen.findByRole('button', { name: 'Take out of use' }));
  expect(await screen.findByText('Out of use')).toBeTruthy();
});

test('groups that do not come are asked for again', async () => {
  const user = userEvent.setup();
  const known = page.answers['usergroups.list']!;
  page.answers['usergroups.list'] = () => refuse('ratelimited');
  page.show(<GroupsView />);
  const again = await screen.findByRole('button', { name: 'Try again' });
  groups = [];
  page.answers['usergroups.list'] = known;
  await user.click(again);
  expect(await screen.findByText(/^There are no groups yet/)).toBeTruthy();
});

test('the card of a group says who is in it', async () => {
  const user = userEvent.setup();
  page.show(
    <>
      <span data-person="S1" role="button" tabIndex={0}>
        {'@crew'}
      </span>
      <Cards />
    </>,
  );
  screen.getByText('@crew').focus();
  await user.keyboard('{Enter}');
  expect(await screen.findByRole('dialog', { name: 'About the group @crew' })).toBeTruthy();
  expect(await screen.findByText('Bob Brown')).toBeTruthy();
});
