// @vitest-environment happy-dom
import { act, cleanup, screen, waitFor } from '@testing-library/react';
import { expect } from 'vitest';
import type { Conversation, Person } from '../../../protocol/generated';
import { alice, conversation } from '../../../testing/builders';
import type { InWorkspace } from '../../../testing/inWorkspace';
import { test } from '../../../testing/pageTest';
import { StartRow } from '../MessageList/StartRow';

type Rank = Pick<Person, 'rank'>;

function show(page: InWorkspace, rank: Rank, given: Partial<Conversation>, near = true): void {
  const { me, workspace } = page;
  const channel = { ...conversation(given), id: 'C1' };
  act(() =>
    workspace.store.setState(({ conversations, people }) => ({
      people: { ...people, [me]: { ...alice, id: me, ...rank } },
      conversations: { ...conversations, C1: { ...channel, stands: 0 } as never },
    })),
  );
  page.show(
    <article role="article" aria-labelledby="start-body" tabIndex={0}>
      <StartRow channel="C1" rowId="start" near={near} />
    </article>,
  );
}

test('the start of a channel leads to people, purpose and settings, by keys', async ({
  page,
  user,
}) => {
  show(page, {}, {});
  const people = await screen.findByRole('button', { name: 'Add people' });

  await user.tab();
  expect(screen.getByRole('article', { name: '#general starts here.' })).toBe(
    document.activeElement,
  );
  await user.tab();
  expect(document.activeElement).toBe(people);
  await user.keyboard('{Enter}');
  expect(await screen.findByRole('dialog')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Cancel' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  const links = screen.getAllByRole('link');
  expect(links.map((each) => [each.textContent, each.getAttribute('href')])).toEqual([
    ['Set purpose', '/w/acme/c/C1/details/about'],
    ['Settings', '/w/acme/c/C1/details/settings'],
  ]);
});

test('Esc leads from them back to the row; away from it they are no stops', async ({
  page,
  user,
}) => {
  show(page, {}, {});
  (await screen.findByRole('link', { name: 'Settings' })).focus();
  await user.keyboard('{Escape}');
  expect(document.activeElement).toBe(screen.getByRole('article'));
  cleanup();

  show(page, {}, {}, false);
  const all = [await screen.findByRole('button'), ...screen.getAllByRole('link')];
  expect(all.map((each) => each.tabIndex)).toEqual([-1, -1, -1]);
});

test('a purpose that is there is changed', async ({ page }) => {
  show(page, {}, { purpose: 'All about boats' });
  expect(await screen.findByRole('link', { name: 'Change purpose' })).toBeTruthy();
});

test.for<[string, Rank, Partial<Conversation>]>([
  ['a guest', { rank: 'guest' }, {}],
  ['anybody where it is archived', {}, { is_archived: true }],
])('%s is offered nothing', async ([, rank, given], { page }) => {
  await import('./StartActions');
  show(page, rank, given);
  await act(async () => Promise.resolve());

  expect(screen.getByText(/starts here/)).toBeTruthy();
  expect(screen.queryByRole('button')).toBeNull();
  expect(screen.queryByRole('link')).toBeNull();
});
