// @vitest-environment happy-dom
import { act, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, vi } from 'vitest';
import { useWorkspaceState } from '../../../app/context';
import type { FakeChannel } from '../../../testing/fake/channel';
import type { InWorkspace } from '../../../testing/inWorkspace';
import { test as base } from '../../../testing/pageTest';
import { sized } from '../../../testing/sized';
import { Announcer } from '../../../ui/Announcer/Announcer';
import { ViewBook } from '../../messages/MessageList/view';
import { ConversationPane } from './ConversationPane';

const test = base.extend('channel', async ({ page }) => {
  const made = page.world.addChannel('channel', 'boats', [page.me, page.bob]);
  page.world.post(made, page.bob, 'Where to?');
  await waitFor(() => expect(held(page, made)?.message_number).toBe(1));
  return made;
});

beforeEach(() => {
  sized();
  vi.spyOn(document, 'hasFocus').mockReturnValue(true);
});
afterEach(() => vi.restoreAllMocks());

const held = ({ workspace }: InWorkspace, { id }: FakeChannel) =>
  workspace.store.getState().conversations[id];

const views = new ViewBook();

function Shown({ id }: { id: string }) {
  const conversation = useWorkspaceState((state) => state.conversations[id]);
  return (
    <Announcer>
      {conversation && (
        <ConversationPane conversation={conversation} jump={undefined} views={views} />
      )}
    </Announcer>
  );
}

const composer = () => screen.getByRole('region', { name: 'Composer' });
const feed = () => screen.findByRole('feed');

test('a conversation is its name, what was said, and where one writes', async ({
  page,
  channel,
}) => {
  page.show(<Shown id={channel.id} />);

  expect(screen.getByRole('heading', { level: 1, name: 'boats' })).toBeTruthy();
  expect(await within(await feed()).findByText('Where to?')).toBeTruthy();
  expect(within(composer()).getByRole('textbox')).toBeTruthy();
});

test('where nobody may write, that takes the place of the composer', async ({ page, channel }) => {
  page.show(<Shown id={channel.id} />);
  await feed();
  act(() => {
    page.workspace.inbox.act((state) => {
      const conversation = state.conversations[channel.id]!;
      const archived = { ...conversation, is_archived: true };
      return { ...state, conversations: { ...state.conversations, [channel.id]: archived } };
    });
  });

  expect(screen.queryByRole('textbox')).toBeNull();
  expect(screen.getByText('This channel is archived. You can read but not write.')).toBeTruthy();
});

test('what others say while one looks is said once to those who listen', async ({
  page,
  channel,
}) => {
  page.show(<Shown id={channel.id} />);
  await feed();
  page.world.post(channel, page.me, 'Mine.');
  page.world.post(channel, page.bob, 'To the lake.');

  await waitFor(() => expect(screen.getByRole('log').textContent).toBe('Bob Brown: To the lake.'), {
    timeout: 3000,
  });
  await waitFor(async () => expect((await feed()).textContent).toContain('Mine.'));
});

test('what came at once is counted rather than said', async ({ page, channel }) => {
  page.show(<Shown id={channel.id} />);
  await feed();
  for (const text of ['One', 'Two', 'Three']) page.world.post(channel, page.bob, text);

  await waitFor(() => expect(screen.getByRole('log').textContent).toBe('3 new messages'), {
    timeout: 3000,
  });
});

test('its messages are held and the server knows, while it is shown and no longer', async ({
  page,
  channel,
}) => {
  const { memory } = page.workspace;
  const release = vi.fn();
  const hold = vi.spyOn(memory, 'hold').mockReturnValue(release);
  const show = vi.spyOn(page.workspace, 'show');
  const { unmount } = page.show(<Shown id={channel.id} />);
  await feed();
  expect(hold).toHaveBeenCalledWith([channel.id]);
  expect(show.mock.calls).toEqual([[channel.id]]);
  expect(release).not.toHaveBeenCalled();

  unmount();
  expect(release).toHaveBeenCalledOnce();
  expect(show.mock.calls).toEqual([[channel.id], [undefined]]);
});

test('who is deactivated is not written to while they are', async ({ page }) => {
  const { world, me, bob } = page;
  const direct = world.addChannel('im', undefined, [me, bob]);
  await waitFor(() => expect(held(page, direct)).toBeDefined());
  page.show(<Shown id={direct.id} />);
  const account = world.accounts.get(bob)!;
  const is = (deleted: boolean) =>
    act(() => world.log('T1', { type: 'user_changed', user: { ...account.user, deleted } }));
  const closed = () => screen.queryByText('This person is deactivated and reads nothing here.');

  expect(closed()).toBeNull();
  is(true);
  await waitFor(() => expect(closed()).toBeTruthy());
  is(false);
  await waitFor(() => expect(closed()).toBeNull());
});
