// @vitest-environment happy-dom
import { screen, waitFor } from '@testing-library/react';
import { expect } from 'vitest';
import type { InWorkspace } from '../../../testing/inWorkspace';
import { test } from '../../../testing/pageTest';
import UnreadsView from './UnreadsView';

async function inChannels(page: InWorkspace, counts: Record<string, number>) {
  const { world, me, bob, workspace } = page;
  for (const [name, count] of Object.entries(counts)) {
    const channel = world.addChannel('channel', name, [me, bob]);
    for (let at = 1; at <= count; at += 1) world.post(channel, bob, `${name} ${at}`);
    await waitFor(() =>
      expect(workspace.store.getState().conversations[channel.id]?.message_number).toBe(count),
    );
  }
  page.show(<UnreadsView />);
}

const blocks = () => screen.queryAllByRole('region').map((each) => each.getAttribute('aria-label'));

test('the newest conversation is first; R reads it and goes on to the next', async ({
  page,
  user,
}) => {
  await inChannels(page, { attic: 1, boats: 2 });
  expect(blocks()).toEqual(['#boats', '#attic']);
  expect(await screen.findByText('boats 2')).toBeTruthy();

  screen.getByRole('link', { name: '#attic' }).focus();
  await user.keyboard('{ArrowUp}r');
  await waitFor(() => expect(blocks()).toEqual(['#attic']));
  expect(document.activeElement?.textContent).toBe('#attic');
  await user.keyboard('{Enter}');
  expect(page.path()).toMatch(/^\/w\/acme\/c\/C/);
  await user.click(screen.getByRole('button', { name: 'Mark read' }));
  await waitFor(() => expect(blocks()).toEqual([]));
  expect(screen.getByText("You're up to date.")).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Mark all read' })).toBeNull();
});

test('of many messages the last ten are shown; folded, none', async ({ page, user }) => {
  await inChannels(page, { boats: 12 });

  expect(await screen.findByText('boats 12')).toBeTruthy();
  expect(screen.queryByText('boats 2')).toBeNull();
  expect(screen.getByText('boats 3')).toBeTruthy();
  expect(screen.getByRole('link', { name: 'All 12 new messages' })).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Show or hide #boats', expanded: true }));
  expect(screen.queryByText('boats 12')).toBeNull();
  expect(screen.getByText('12 new messages')).toBeTruthy();
});

test('lines that tell who came make nothing unread and are not shown', async ({ page }) => {
  await inChannels(page, { boats: 1 });
  const { world } = page;
  const boats = [...world.channels.values()].find(({ name }) => name === 'boats')!;
  const { id } = world.addUser('cai', 'Cai Chen', 'cai@acme.test', '');
  world.join(boats, id);
  world.post(boats, id, 'Hello from Cai');
  expect(await screen.findByText('Hello from Cai')).toBeTruthy();
  expect(screen.queryByText(/has joined/)).toBeNull();
  expect(screen.getAllByRole('article')).toHaveLength(2);
});
