// @vitest-environment happy-dom
import { screen, waitFor } from '@testing-library/react';
import { expect } from 'vitest';
import type { SidebarRow } from '../../../models/sidebar';
import { answer, refuse } from '../../../testing/fake/answers';
import type { InWorkspace } from '../../../testing/inWorkspace';
import { test } from '../../../testing/pageTest';
import { Toasts } from '../../../ui/Toast/Toast';
import { RowMenu } from './RowMenu';

const calm = { muted: false, unread: false, count: 0, user: undefined };
const offered = () => screen.getAllByRole('menuitem').map(({ textContent }) => textContent);

function show(page: InWorkspace, row: SidebarRow, open = false): void {
  page.show(
    <Toasts>
      <RowMenu row={row} at={{ x: 0, y: 0 }} open={open} onClose={() => undefined} />
    </Toasts>,
  );
}

test('nobody leaves the channel of all; what is read is not marked read', ({ page }) => {
  const [id = ''] = page.world.channels.keys();
  page.workspace.store.setState(({ conversations }) => ({
    conversations: { ...conversations, [id]: { ...conversations[id]!, is_general: true } },
  }));
  show(page, { ...calm, id, kind: 'channel', title: 'general' });

  expect(offered()).toContain('Mute');
  expect(offered()).not.toContain('Leave channel');
  expect(offered()).not.toContain('Mark read');
});

test('who leaves what is open is led away; who may not is told so and stays', async ({
  page,
  user,
}) => {
  const { world, me, bob } = page;
  const { id } = world.addChannel('channel', 'boats', [me, bob]);
  const row: SidebarRow = { ...calm, id, kind: 'channel', title: 'boats' };
  page.answers['conversations.leave'] = () => refuse('not_in_channel');
  show(page, row, true);
  await user.click(screen.getByRole('menuitem', { name: 'Leave channel' }));
  expect(await screen.findByText(/not a member|not in/i)).toBeTruthy();

  delete page.answers['conversations.leave'];
  show(page, row, true);
  await user.click(screen.getAllByRole('menuitem', { name: 'Leave channel' }).at(-1)!);
  await waitFor(() => expect(world.channels.get(id)?.members.has(me)).toBe(false));
  expect(page.path()).toBe('/w/acme');
});

test('a conversation with somebody is closed, not left', async ({ page, user }) => {
  const { world, me, bob } = page;
  const { id } = world.addChannel('im', undefined, [me, bob]);
  const closed: unknown[] = [];
  page.answers['conversations.close'] = (args) => (closed.push(args), answer({}));
  show(page, { ...calm, id, kind: 'person', title: 'Bob Brown', user: bob });

  expect(offered()).not.toContain('Leave channel');
  await user.click(screen.getByRole('menuitem', { name: 'Close conversation' }));
  await waitFor(() => expect(closed).toEqual([{ channel: id }]));
});
