// @vitest-environment happy-dom
import { act, screen, waitFor } from '@testing-library/react';
import { createRef } from 'react';
import { expect } from 'vitest';
import '../../../i18n/enSearch';
import type { InWorkspace } from '../../../testing/inWorkspace';
import { test } from '../../../testing/pageTest';
import { SearchField } from './SearchField';

function show(page: InWorkspace, query = ''): string[] {
  const told: string[] = [];
  page.show(
    <SearchField
      ref={createRef()}
      query={query}
      onSearch={(asked) => told.push(asked)}
      onLeave={() => told.push('down')}
    />,
  );
  return told;
}

const field = () => screen.getByRole<HTMLInputElement>('combobox');

test('Enter after a word searches for it; Down leads into the results', async ({ page, user }) => {
  const told = show(page);

  await user.type(field(), ' plan {Escape}{Enter}{ArrowDown}');
  expect(told).toEqual(['plan', 'down']);
});

test('a person is offered after from:, taken by Enter, and only then searched for', async ({
  page,
  user,
}) => {
  await waitFor(() => expect(page.workspace.store.getState().people[page.bob]).toBeDefined());
  const told = show(page);

  await user.type(field(), 'from:bo');
  const option = await screen.findByRole('option', { name: /Bob Brown/, selected: true });
  expect(field().getAttribute('aria-activedescendant')).toBe(option.id);
  await user.keyboard('{Enter}');
  expect(field().value.trim()).toBe('from:@bob');
  expect(told).toEqual([]);
  await user.keyboard('{Enter}');
  expect(told).toEqual(['from:@bob']);
});

test('a person whom the page does not hold is offered when the server tells of them', async ({
  page,
  user,
}) => {
  page.world.addUser('zora', 'Lizora Quist', 'zora@acme.test', '');
  act(() => page.workspace.store.setState({ people: {}, allPeople: false }));
  show(page);

  await user.type(field(), 'from:liz');
  expect(await screen.findByRole('option', { name: /Lizora Quist/ })).toBeTruthy();
});

test('public channels that one is not in are offered after in:, around the one that is chosen', async ({
  page,
  user,
}) => {
  const { world, me, bob, workspace } = page;
  const mine = world.addChannel('channel', 'old-design', [me]);
  world.addChannel('channel', 'design', [bob]);
  await waitFor(() => expect(workspace.store.getState().conversations[mine.id]).toBeDefined());
  const told = show(page);

  await user.type(field(), 'in:#desi');
  expect(await screen.findByRole('option', { name: '#old-design', selected: true })).toBeTruthy();
  const names = () => screen.getAllByRole('option').map(({ textContent }) => textContent);
  await waitFor(() => expect(names()).toEqual(['#old-design', '#design']));
  expect(screen.getByRole('option', { selected: true }).textContent).toBe('#old-design');
  await user.keyboard('{ArrowDown}{Enter}');
  expect(field().value.trim()).toBe('in:#design');
  await user.keyboard('{Enter}');
  expect(told).toEqual(['in:#design']);
});

test('what is cleared keeps the focus', async ({ page, user }) => {
  show(page, 'plan');

  await user.click(screen.getByRole('button', { name: 'Clear' }));
  expect(field().value).toBe('');
  expect(document.activeElement).toBe(field());
  expect(screen.queryByRole('button', { name: 'Clear' })).toBeNull();
});
