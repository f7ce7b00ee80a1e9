// @vitest-environment happy-dom
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { prefer } from '../../../app/preferences';
import { usual } from '../../../models/preferences';
import { inWorkspace, type InWorkspace } from '../../../testing/inWorkspace';
import { useSections } from '../useSections';
import { Sidebar } from './Sidebar';

let page: InWorkspace;
beforeEach(async () => {
  prefer('sections', usual.sections);
  page = await inWorkspace();
});
afterEach(async () => {
  cleanup();
  await page.close();
});

const run = vi.fn();
const actions = {
  apps: run,
  browse: run,
  create: run,
  message: run,
  settings: run,
  sessions: run,
  signOut: run,
};

function Shown({ open }: { open: string }) {
  const { sections } = useSections(open);
  return (
    <Sidebar sections={sections} open={open} view="" actions={actions} onHold={() => undefined} />
  );
}

const links = () => within(screen.getByRole('region', { name: 'Channels' })).getAllByRole('link');

test('a channel is muted, read and left by its menu, which keys reach; drafts have a pencil', async () => {
  const user = userEvent.setup();
  const { world, me, bob, workspace } = page;
  const channel = world.addChannel('channel', 'random', [me, bob]);
  world.post(channel, bob, 'hello');
  await waitFor(() =>
    expect(workspace.store.getState().conversations[channel.id]?.last_ts).toBeDefined(),
  );
  page.show(<Shown open="C" />);
  const row = () => screen.getByRole('link', { name: /^random/ });
  expect(row().getAttribute('aria-label')).toBe('random, unread');

  const ask = () =>
    row().dispatchEvent(new MouseEvent('contextmenu', { bubbles: true, cancelable: true }));
  ask();
  await user.click(await screen.findByRole('menuitem', { name: 'Mark read' }));
  await waitFor(() => expect(row().getAttribute('aria-label')).toBe('random'));
  ask();
  await user.click(await screen.findByRole('menuitem', { name: 'Mute' }));
  await waitFor(() => expect(row().getAttribute('aria-label')).toBe('random, muted'));
  workspace.drafts.set(channel.id, { text: 'begun', mentions: [] });
  await waitFor(() => expect(row().getAttribute('aria-label')).toBe('random, muted, draft'));
  ask();
  page.answers['stars.add'] = () => ({ body: { ok: true } });
  await user.click(await screen.findByRole('menuitem', { name: 'Star' }));
  const starred = await screen.findByRole('region', { name: 'Starred' });
  expect(within(starred).getByRole('link', { name: /^random/ })).toBe(row());
  ask();
  expect(await screen.findByRole('menuitem', { name: 'Leave channel' })).toBeTruthy();
  await user.keyboard('{Escape}');
  expect(screen.queryByRole('menu')).toBeNull();
});

test('collapsing and sorting are kept, and a collapsed section shows what is unread', async () => {
  const user = userEvent.setup();
  const { world, me, bob, workspace } = page;
  const quiet = world.addChannel('channel', 'aaa', [me, bob]);
  const loud = world.addChannel('channel', 'zzz', [me, bob]);
  world.post(loud, bob, 'hello');
  await waitFor(() =>
    expect(workspace.store.getState().conversations[loud.id]?.last_ts).toBeDefined(),
  );
  page.show(<Shown open={quiet.id} />);
  const names = () => links().map(({ textContent }) => textContent);
  expect(names()).toEqual(['aaa', 'general', 'zzz']);
  await user.click(screen.getByRole('button', { name: 'Sort and filter Channels' }));
  await user.click(screen.getByRole('menuitemradio', { name: 'Unread first' }));
  expect(names()).toEqual(['zzz', 'aaa', 'general']);
  await user.click(screen.getByRole('button', { name: 'Channels' }));
  expect(names()).toEqual(['zzz', 'aaa']);
  expect(JSON.parse(localStorage.getItem('parley.preferences') ?? '{}')).toMatchObject({
    sections: { channels: { sort: 'unread', collapsed: true } },
  });
});
