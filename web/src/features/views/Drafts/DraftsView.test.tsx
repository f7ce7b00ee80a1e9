// @vitest-environment happy-dom
import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, onTestFinished, vi } from 'vitest';
import { answer, channelOf, refuse } from '../../../testing/fake/answers';
import type { InWorkspace } from '../../../testing/inWorkspace';
import { test } from '../../../testing/pageTest';
import { Toasts } from '../../../ui/Toast/Toast';
import DraftsView from './DraftsView';

test('drafts, what goes out later and what was not sent stand in one place', async ({
  page,
  user,
}) => {
  const { world, me, bob, workspace, answers } = page;
  const channel = world.addChannel('channel', 'one', [me, bob]);
  await waitFor(() => expect(workspace.store.getState().conversations[channel.id]).toBeDefined());
  answers['client.scheduled.list'] = () => answer({ scheduled_messages: [] });
  workspace.drafts.set(channel.id, { text: 'half a tho', mentions: [] });
  world.channels.get(channel.id)!.archived = true;
  workspace.outbox.send({ channel: channel.id, text: 'too late' });
  page.show(<DraftsView />);

  const part = (title: string) => screen.getByText(title).closest('section')!;
  expect(within(part('Begun')).getByText('half a tho')).toBeTruthy();
  expect(await screen.findByText('The channel is archived.')).toBeTruthy();

  world.channels.get(channel.id)!.archived = false;
  await user.click(screen.getByRole('button', { name: 'Retry all' }));
  await waitFor(() => expect(screen.queryByText('too late')).toBeNull());
  expect(channel.messages.at(-1)?.text).toBe('too late');
  await user.click(screen.getByRole('button', { name: 'Delete draft' }));
  expect(screen.getByText('Nothing begun, nothing scheduled, all sent.')).toBeTruthy();
});

test('what was written where one is not any more says where, if that may be known', async ({
  page,
}) => {
  const { world, me, bob, workspace, answers } = page;
  answers['client.scheduled.list'] = () => answer({ scheduled_messages: [] });
  const boats = world.addChannel('channel', 'boats', [me, bob]);
  const secret = world.addChannel('private', 'secret', [me, bob]);
  answers['conversations.info'] = ({ channel }) =>
    channel === boats.id ? answer({ channel: channelOf(boats, me) }) : refuse('channel_not_found');
  const held = () => workspace.store.getState().conversations;
  await waitFor(() => expect(Object.keys(held())).toContain(secret.id));
  for (const { id } of [boats, secret]) workspace.drafts.set(id, { text: 'half', mentions: [] });
  for (const channel of [boats, secret]) world.leave(channel, me, bob);
  await waitFor(() => expect(held()[secret.id]).toBeUndefined());
  page.show(<DraftsView />);

  expect(await screen.findByRole('link', { name: '#boats' })).toBeTruthy();
  expect(screen.getByRole('link', { name: "A channel you're not in" })).toBeTruthy();
});

interface Planned {
  id: string;
  channel_id: string;
  post_at: number;
  text: string;
  thread_ts?: string;
}

/** In a month. */
const soon = Math.floor(Date.now() / 1000) + 30 * 86_400;

/** A server that keeps what is to be sent later. */
function keepsScheduled({ answers }: InWorkspace, list: Planned[]) {
  answers['client.scheduled.list'] = () => answer({ scheduled_messages: list.map((each) => each) });
  answers['chat.scheduleMessage'] = ({ channel, text, post_at, thread_ts }) => {
    const id = `Q${list.length + 10}`;
    const reply = thread_ts === undefined ? {} : { thread_ts: thread_ts as string };
    const at = { channel_id: channel as string, post_at: post_at as number };
    list.push({ id, text: text as string, ...at, ...reply });
    return answer({ scheduled_message_id: id });
  };
  answers['chat.deleteScheduledMessage'] = ({ scheduled_message_id: id }) => {
    const at = list.findIndex((each) => each.id === id);
    if (at < 0) return refuse('invalid_scheduled_message_id');
    list.splice(at, 1);
    return answer({});
  };
}

test('what goes out later is changed, moved, sent at once, and deleted with a way back', async ({
  page,
  user,
}) => {
  vi.stubGlobal('requestIdleCallback', (then: () => void) => then());
  const { world, me, bob, workspace } = page;
  const channel = world.addChannel('channel', 'one', [me, bob]);
  await waitFor(() => expect(workspace.store.getState().conversations[channel.id]).toBeDefined());
  const thread_ts = '1700000000.000001';
  const list: Planned[] = [
    { id: 'Q1', channel_id: channel.id, post_at: soon, text: 'later on', thread_ts },
  ];
  keepsScheduled(page, list);
  page.show(
    <Toasts>
      <DraftsView />
    </Toasts>,
  );
  expect(await screen.findByText('later on')).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Thread in #one' })).toBeTruthy();

  // Its words: the thread stays, and there is never none of it.
  await user.click(screen.getByRole('button', { name: 'Edit' }));
  const field = () => screen.getByRole('textbox', { name: 'Edit scheduled message' });
  await waitFor(() => expect(field().getAttribute('contenteditable')).toBe('true'), {
    timeout: 5000,
  });
  await user.type(field(), ' then');
  await user.click(screen.getByRole('button', { name: 'Save' }));
  expect(await screen.findByText(/later on\s?then|then\s?later on/)).toBeTruthy();
  expect(list).toMatchObject([{ post_at: soon, thread_ts }]);
  await waitFor(() => expect(document.activeElement).toBe(button('Edit')));

  // Its time.
  await user.click(button('Change the time'));
  const when = screen.getByLabelText('When');
  fireEvent.change(when, { target: { value: '2020-01-01T09:00' } });
  await user.click(screen.getByRole('button', { name: 'Reschedule' }));
  expect(screen.getByText('That time is past. Choose a later one.')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Cancel' }));

  await user.click(button('Delete'));
  await waitFor(() => expect(list).toEqual([]));
  await user.click(await screen.findByRole('button', { name: 'Undo' }));
  await waitFor(() => expect(list).toMatchObject([{ thread_ts }]));

  await user.click(await screen.findByRole('button', { name: 'Send now' }));
  await waitFor(() => expect(list).toEqual([]));
  await waitFor(() => expect(channel.messages.at(-1)?.text).toMatch(/later on/));
  vi.unstubAllGlobals();
});

const button = (name: string) => screen.getByRole('button', { name });

test('what has gone out meanwhile is not said again by a change', async ({ page, user }) => {
  const { world, me, bob, workspace, answers } = page;
  const channel = world.addChannel('channel', 'one', [me, bob]);
  await waitFor(() => expect(workspace.store.getState().conversations[channel.id]).toBeDefined());
  const list: Planned[] = [{ id: 'Q1', channel_id: channel.id, post_at: soon, text: 'later on' }];
  keepsScheduled(page, list);
  page.show(<DraftsView />);
  expect(await screen.findByText('later on')).toBeTruthy();
  list.splice(0);

  await user.click(button('Send now'));
  expect(await screen.findByText('This message has gone out already.')).toBeTruthy();
  expect(channel.messages.filter(({ text }) => text === 'later on')).toEqual([]);

  list.push({ id: 'Q2', channel_id: channel.id, post_at: soon, text: 'the other' });
  const schedule = answers['chat.scheduleMessage']!;
  answers['chat.scheduleMessage'] = (args) => {
    list.splice(0);
    return schedule(args);
  };
  cleanup();
  page.show(<DraftsView />);
  await user.click(await screen.findByRole('button', { name: 'Change the time' }));
  await user.click(screen.getByRole('button', { name: 'Reschedule' }));
  expect(await screen.findByText('This message has gone out already.')).toBeTruthy();
  expect(list).toEqual([]);
});

test('what has gone out leaves the list when it has by the clock of the server', async ({
  page,
}) => {
  onTestFinished(() => void vi.useRealTimers());
  vi.useFakeTimers({ shouldAdvanceTime: true });
  const hourMs = 3_600_000;
  page.workspace.store.setState({ clockSkewMs: hourMs });
  const [channel] = page.world.channels.values();
  const post_at = Math.floor((Date.now() + hourMs) / 1000) + 2;
  const list = [{ id: 'Q1', channel_id: channel!.id, post_at, text: 'soon said' }];
  keepsScheduled(page, list);
  page.show(<DraftsView />);

  await screen.findByText(/soon said/);
  list.pop();
  await act(() => vi.advanceTimersByTimeAsync(6000));
  expect(screen.queryByText(/soon said/)).toBeNull();
});

test('a list that does not come is not said to be empty', async ({ page }) => {
  page.answers['client.scheduled.list'] = () => refuse('ratelimited');
  page.show(<DraftsView />);

  await waitFor(() => expect(screen.getByRole('alert').textContent).not.toBe(''));
  expect(screen.queryByText('Nothing begun, nothing scheduled, all sent.')).toBeNull();
});

test('what gave way is shown with a way back; what stands in its place is kept in turn', async ({
  page,
  user,
}) => {
  const { world, workspace, answers } = page;
  const { drafts } = workspace;
  const { id } = [...world.channels.values()][0]!;
  answers['client.scheduled.list'] = () => answer({ scheduled_messages: [] });
  drafts.set(id, { text: 'mine', mentions: [] });
  await drafts.lost.keep(id, `theirs for <@${page.bob}>`);
  page.show(<DraftsView />);
  const replaced = () => within(screen.getByText('Replaced').closest('section')!);
  expect(replaced().getByText('theirs for @Bob Brown')).toBeTruthy();
  expect(replaced().getByText(/Gave way to something newer, .*Kept for 7 days\./)).toBeTruthy();

  await user.click(replaced().getByRole('button', { name: 'Restore' }));
  expect(drafts.get(id).text).toBe('theirs for @Bob Brown');
  expect(replaced().getByText('mine')).toBeTruthy();
  await user.click(replaced().getByRole('button', { name: 'Delete draft' }));
  expect(screen.queryByText('Replaced')).toBeNull();
  await waitFor(async () => {
    await drafts.lost.read();
    expect(drafts.lost.store.getState()).toEqual([]);
  });
});
