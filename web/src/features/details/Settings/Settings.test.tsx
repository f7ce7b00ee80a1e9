// @vitest-environment happy-dom
import { act, screen, waitFor } from '@testing-library/react';
import { expect } from 'vitest';
import '../../../i18n/enDetails';
import type { Conversation, Person } from '../../../protocol/generated';
import { alice, conversation } from '../../../testing/builders';
import { answer, refuse } from '../../../testing/fake/answers';
import type { InWorkspace } from '../../../testing/inWorkspace';
import { test } from '../../../testing/pageTest';
import { Settings } from './Settings';

type Rank = Pick<Person, 'rank'>;

function show(page: InWorkspace, rank: Rank, given: Partial<Conversation> = {}): void {
  const { me, bob, workspace } = page;
  act(() => workspace.store.setState({ people: { [me]: { ...alice, id: me, ...rank } } }));
  page.show(<Settings conversation={conversation({ creator: bob, ...given })} name="general" />);
}

const buttons = () => screen.queryAllByRole('button').map(({ textContent }) => textContent);

test.for<[string, Rank, Partial<Conversation>, string[]]>([
  [
    'an admin',
    { rank: 'admin' },
    {},
    ['Rename', 'Make private', 'Leave channel', 'Archive channel'],
  ],
  ['a member', {}, {}, ['Leave channel', 'Archive channel']],
  ['a guest', { rank: 'guest' }, {}, ['Leave channel']],
  ['an admin in the channel of all', { rank: 'admin' }, { is_general: true }, ['Rename']],
  ['a guest where it is archived', { rank: 'guest' }, { is_archived: true }, []],
  ['a member where it is archived', {}, { is_archived: true }, ['Unarchive channel']],
])('what %s can do', ([, rank, given, expected], { page }) => {
  show(page, rank, given);

  expect(buttons()).toEqual(expected);
});

test('that a channel is archived is told in the words of its composer', ({ page }) => {
  show(page, {}, { is_archived: true });

  expect(screen.getByText('This channel is archived. You can read but not write.')).toBeTruthy();
});

test('a channel is made private after a question; a refusal is told in it', async ({
  page,
  user,
}) => {
  const seen: unknown[] = [];
  page.answers['admin.conversations.convertToPrivate'] = (args) =>
    seen.push(args) === 1 ? refuse('could_not_convert_channel') : answer({});
  show(page, { rank: 'owner' });

  await user.click(screen.getByRole('button', { name: 'Make private' }));
  expect(seen).toEqual([]);
  const confirm = () => screen.getAllByRole('button', { name: 'Make private' }).at(-1)!;
  await user.click(confirm());
  expect(await screen.findByText('This channel cannot be converted.')).toBeTruthy();
  await user.click(confirm());
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(seen).toEqual([{ channel_id: 'C1' }, { channel_id: 'C1' }]);
});

test('who leaves is led away; who cannot stays and is told', async ({ page, user }) => {
  const outcomes = [refuse('not_in_channel'), answer({})];
  page.answers['conversations.leave'] = () => outcomes.shift();
  show(page, {});
  const before = page.path();

  await user.click(screen.getByRole('button', { name: 'Leave channel' }));
  await waitFor(() => expect(screen.getByRole('alert').textContent).not.toBe(''));
  expect(page.path()).toBe(before);
  await user.click(screen.getByRole('button', { name: 'Leave channel' }));
  await waitFor(() => expect(page.path()).toBe('/w/acme'));
});
