// @vitest-environment happy-dom
import { cleanup, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { useWorkspaceState } from '../../../app/context';
import { answer, channelOf, refuse } from '../../../testing/fake/answers';
import type { FakeChannel } from '../../../testing/fake/channel';
import { inWorkspace, type InWorkspace } from '../../../testing/inWorkspace';
import { DetailsPane } from './DetailsPane';

let page: InWorkspace;
let channel: FakeChannel;
beforeEach(async () => {
  page = await inWorkspace();
  channel = page.world.addChannel('channel', 'design', [page.me, page.bob]);
  await waitFor(() => expect(held()).toBeDefined());
});
afterEach(async () => {
  cleanup();
  await page.close();
});

const held = () => page.workspace.store.getState().conversations[channel.id];

function Shown({ tab }: { tab: string }) {
  const conversation = useWorkspaceState((state) => state.conversations[channel.id]);
  return conversation === undefined ? null : <DetailsPane conversation={conversation} tab={tab} />;
}

test('the topic is changed where it stands, by keys, and refused there', async () => {
  const user = userEvent.setup();
  page.answers['conversations.setTopic'] = ({ topic }) => {
    if (topic === 'no') return refuse('is_archived');
    channel.topic = String(topic);
    const changed = channelOf(channel, page.me);
    page.world.log(channel.id, { type: 'channel_changed', channel: changed });
    return answer({ channel: changed });
  };
  page.show(<Shown tab="about" />);

  await user.click(screen.getByRole('button', { name: 'Edit Topic' }));
  await user.keyboard('Spring colours{Enter}');
  expect(await screen.findByText('Spring colours')).toBeTruthy();
  await waitFor(() =>
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Edit Topic' })),
  );

  await user.keyboard('{Enter}no{Enter}');
  expect(await screen.findByText('The channel is archived.')).toBeTruthy();
  await user.keyboard('{Escape}');
  expect(screen.getByText('Spring colours')).toBeTruthy();
  expect(screen.getByText(/^Alice Adams on /)).toBeTruthy();
});

test('members are found by name and removed after a question', async () => {
  const user = userEvent.setup();
  page.show(<Shown tab="members" />);

  expect(await screen.findByText('Bob Brown')).toBeTruthy();
  expect(screen.getByText('2 members')).toBeTruthy();
  await user.type(screen.getByLabelText('Find people'), 'zz');
  expect(screen.getByText("Nobody matches 'zz'.")).toBeTruthy();
  await user.clear(screen.getByLabelText('Find people'));

  screen.getByRole('link', { name: 'Alice Adams' }).focus();
  await user.keyboard('{ArrowDown}');
  await waitFor(() => expect(document.activeElement?.textContent).toContain('Bob Brown'));
  await user.keyboard('{Tab}{Enter}');
  await user.click(screen.getByRole('button', { name: 'Remove' }));
  await waitFor(() => expect(screen.queryByText('Bob Brown')).toBeNull());
  expect(channel.members.has(page.bob)).toBe(false);
  await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText('Find people')));
});

test('members that do not come are asked for again', async () => {
  const user = userEvent.setup();
  page.answers['conversations.members'] = () => refuse('fatal_error');
  page.show(<Shown tab="members" />);

  const again = await screen.findByRole('button', { name: 'Try again' });
  delete page.answers['conversations.members'];
  await user.click(again);
  expect(await screen.findByText('Bob Brown')).toBeTruthy();
});

test('pins say who pinned them, and are taken down', async () => {
  const user = userEvent.setup();
  const message = page.world.post(channel, page.bob, 'the plan');
  let items = [{ type: 'message', created: 1, created_by: page.bob, channel: channel.id, message }];
  page.answers['pins.list'] = () => answer({ items });
  page.answers['pins.remove'] = () => ((items = []), answer({}));
  page.show(<Shown tab="pins" />);

  expect(await screen.findByText('the plan')).toBeTruthy();
  expect(screen.getByText('Pinned by Bob Brown')).toBeTruthy();
  const open = screen.getByRole('link', { name: 'Open' });
  expect(open.getAttribute('href')).toBe(`/w/acme/c/${channel.id}/p/${message.ts}`);
  await user.click(screen.getByRole('button', { name: 'Unpin' }));
  expect(await screen.findByText(/^Nothing is pinned/)).toBeTruthy();
});

test('a name is checked while it is typed; a channel is archived by its name', async () => {
  const user = userEvent.setup();
  const seen: unknown[] = [];
  page.answers['conversations.rename'] = (args) => (seen.push(args), answer({}));
  page.answers['conversations.archive'] = (args) => (seen.push(args), answer({}));
  page.answers['admin.conversations.setConversationPrefs'] = (args) => (
    seen.push(args),
    answer({})
  );
  page.show(<Shown tab="settings" />);

  const name = screen.getByLabelText('Name');
  const rename = screen.getByRole<HTMLButtonElement>('button', { name: 'Rename' });
  await user.clear(name);
  await user.type(name, 'general');
  expect(screen.getByText('That name is taken. Try another one.')).toBeTruthy();
  expect(rename.disabled).toBe(true);
  await user.type(name, '-ideas{Enter}');
  expect(seen.pop()).toEqual({ channel: channel.id, name: 'general-ideas' });

  await user.selectOptions(screen.getByLabelText('Who may post'), 'Admins');
  expect(seen.pop()).toEqual({ channel_id: channel.id, prefs: { who_can_post: 'type:admin' } });

  await user.click(screen.getByRole('button', { name: 'Archive channel' }));
  await user.type(screen.getByLabelText('Name of the channel'), 'desig{Enter}');
  expect(seen).toEqual([]);
  await user.keyboard('n{Enter}');
  await waitFor(() => expect(seen).toEqual([{ channel: channel.id }]));
});
