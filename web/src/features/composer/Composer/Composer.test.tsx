// @vitest-environment happy-dom
import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { FakeChannel } from '../../../testing/fake/channel';
import { answer, refuse } from '../../../testing/fake/answers';
import { inWorkspace, type InWorkspace } from '../../../testing/inWorkspace';
import { Toasts } from '../../../ui/Toast/Toast';
import { Composer } from './Composer';

let page: InWorkspace;
let channel: FakeChannel;

beforeEach(async () => {
  vi.stubGlobal('requestIdleCallback', (then: () => void) => then());
  page = await inWorkspace();
  channel = page.world.addChannel('channel', 'design', [page.me, page.bob]);
  await waitFor(() => expect(held()).toBeDefined());
});
afterEach(async () => {
  cleanup();
  vi.unstubAllGlobals();
  await page.close();
});

const held = () => page.workspace.store.getState().conversations[channel.id];
const draft = (place = channel.id) => page.workspace.drafts.get(place).text;
const calls = (method: string) =>
  page.calls.seen.filter((each) => each.method === method).map(({ args }) => args);
const said = () => channel.messages.map(({ text }) => text).at(-1);

async function show(thread?: string): Promise<void> {
  const nothing = () => undefined;
  page.show(
    <Toasts>
      <Composer
        channel={channel.id}
        thread={thread}
        name="design"
        direct={false}
        closed={undefined}
        onSent={nothing}
        onEditLast={nothing}
        onEscape={nothing}
      />
    </Toasts>,
  );
  await screen.findByRole('button', { name: 'Send later' }, patient);
  await waitFor(() => expect(field().getAttribute('contenteditable')).toBe('true'), patient);
}

/** Parts are read from the disk at first. */
const patient = { timeout: 5000 };
const field = () => screen.getByRole('textbox', { name: /Message|Reply/ });
const write = (text: string, mentions: { label: string; user: string }[] = []) =>
  act(() => page.workspace.drafts.set(channel.id, { text, mentions }));
const send = () => fireEvent.keyDown(field(), { key: 'Enter' });

test('a message goes out later: at a moment that is offered, its words stay until the server has them', async () => {
  const user = userEvent.setup();
  let refused = true;
  page.answers['chat.scheduleMessage'] = () =>
    refused ? refuse('restricted_too_many') : answer({ scheduled_message_id: 'Q1' });
  await show();
  write('See you then');
  await user.click(screen.getByRole('button', { name: 'Send later' }));
  await user.click(screen.getByRole('menuitem', { name: /^Tomorrow at/ }));
  expect(await screen.findByText(/Too many messages go out here/)).toBeTruthy();
  expect(draft()).toBe('See you then');

  refused = false;
  await user.click(screen.getByRole('button', { name: 'Send later' }));
  await user.keyboard('{ArrowDown}{Enter}');
  const tomorrow = new Date(Date.now() + 86_400_000).setHours(9, 0, 0, 0) / 1000;
  await waitFor(() => expect(draft()).toBe(''));
  expect(calls('chat.scheduleMessage').at(-1)).toMatchObject({
    channel: channel.id,
    text: 'See you then',
    post_at: tomorrow,
  });
  expect(screen.queryByText(/Too many messages/)).toBeNull();
  await user.click(await screen.findByRole('button', { name: 'Scheduled messages' }));
  expect(page.path()).toBe('/w/acme/drafts');
});

test("a time of one's own must be to come", async () => {
  const user = userEvent.setup();
  page.answers['chat.scheduleMessage'] = () => answer({ scheduled_message_id: 'Q1' });
  await show();
  write('Later');
  await user.click(screen.getByRole('button', { name: 'Send later' }));
  await user.click(screen.getByRole('menuitem', { name: 'Another time…' }));
  const dialog = screen.getByRole('dialog');
  const when = within(dialog).getByLabelText('When');
  fireEvent.change(when, { target: { value: '2020-01-01T09:00' } });
  await user.click(within(dialog).getByRole('button', { name: 'Schedule' }));
  expect(within(dialog).getByText('That time is past. Choose a later one.')).toBeTruthy();
  expect(calls('chat.scheduleMessage')).toEqual([]);

  const next = new Date(Date.now() + 2 * 86_400_000).setHours(8, 30, 0, 0);
  const local = new Date(next - new Date(next).getTimezoneOffset() * 60_000);
  fireEvent.change(when, { target: { value: local.toISOString().slice(0, 16) } });
  await user.click(within(dialog).getByRole('button', { name: 'Schedule' }));
  await waitFor(() => expect(draft()).toBe(''));
  expect(calls('chat.scheduleMessage')[0]?.post_at).toBe(next / 1000);
});

test('who is mentioned and not here is told of, and brought in by one press', async () => {
  const user = userEvent.setup();
  const cai = page.world.addUser('cai', 'Cai', 'cai@acme.test', '').id;
  await waitFor(() => expect(page.workspace.store.getState().people[cai]).toBeDefined());
  await show();
  write('@Bob, @Cai: look', [
    { label: '@Bob', user: page.bob },
    { label: '@Cai', user: cai },
  ]);
  send();
  expect(await screen.findByText("Cai isn't in #design and won't see this.")).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Invite' }));
  await waitFor(() => expect(screen.queryByText(/won't see this/)).toBeNull());
  expect(channel.members.has(cai)).toBe(true);

  write('@Cai: now?', [{ label: '@Cai', user: cai }]);
  send();
  await waitFor(() => expect(calls('client.conversations.among')).toHaveLength(2));
  expect(screen.queryByText(/won't see this/)).toBeNull();
});

test('a guest is told, but brings nobody in', async () => {
  const cai = page.world.addUser('cai', 'Cai', 'cai@acme.test', '').id;
  await waitFor(() => expect(page.workspace.store.getState().people[cai]).toBeDefined());
  const { store } = page.workspace;
  const { people, self } = store.getState();
  store.setState({ people: { ...people, [self]: { ...people[self]!, rank: 'guest' } } });
  await show();
  write('@Cai: look', [{ label: '@Cai', user: cai }]);
  send();
  const leave = await screen.findByRole('button', { name: 'Leave it' });
  expect(screen.queryByRole('button', { name: 'Invite' })).toBeNull();
  await userEvent.setup().click(leave);
  expect(screen.queryByText(/won't see this/)).toBeNull();
});

test('who would notify more than fifty is asked first, once for each message', async () => {
  const user = userEvent.setup();
  const many = { ...held()!, member_count: 1205 };
  const { store } = page.workspace;
  store.setState({ conversations: { ...store.getState().conversations, [channel.id]: many } });
  await show();
  write('@channel: lunch');
  send();
  expect(await screen.findByText('This notifies 1,204 people. Send anyway?')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Keep writing' }));
  expect(draft()).toBe('@channel: lunch');
  send();
  await user.click(await screen.findByRole('button', { name: 'Send' }));
  await waitFor(() => expect(said()).toBe('<!channel>: lunch'));
  expect(draft()).toBe('');

  write('just words');
  send();
  await waitFor(() => expect(said()).toBe('just words'));
});

test('what was just sent is taken back by Ctrl+Z and stands in the field again', async () => {
  await show();
  write('too early');
  send();
  await waitFor(() => expect(said()).toBe('too early'));
  page.workspace.pages.newest(channel.id);
  await waitFor(() => expect(page.workspace.outbox.store.getState().sends).toEqual([]));
  fireEvent.keyDown(field(), { key: 'z', ctrlKey: true });
  await waitFor(() => expect(draft()).toBe('too early'));
  expect(said()).not.toBe('too early');
});

test('over 40,000 characters nothing is sent and nothing is lost', async () => {
  await show();
  write('a'.repeat(40_120));
  expect(screen.getByText('Over 40,000 characters. Shorten it by 120.')).toBeTruthy();
  send();
  expect(draft()).toHaveLength(40_120);
  expect(page.workspace.outbox.store.getState().sends).toEqual([]);
  write('&'.repeat(7900));
  expect(screen.getByText('500 characters left')).toBeTruthy();
});

test('commands do what they say; what fails stays in the field', async () => {
  page.answers['users.setPresence'] = () => answer({});
  page.answers['conversations.setTopic'] = () => refuse('too_long');
  page.answers['chat.meMessage'] = () => answer({});
  await show();
  write('/away');
  send();
  expect(await screen.findByText('You are shown as away.')).toBeTruthy();
  expect(draft()).toBe('');
  expect(calls('users.setPresence')).toEqual([{ presence: 'away' }]);

  write('/topic all of it');
  send();
  expect(await screen.findByText('That is too long. Shorten it.')).toBeTruthy();
  expect(draft()).toBe('/topic all of it');
  write('/me waves');
  send();
  await waitFor(() => expect(draft()).toBe(''));
  expect(calls('chat.meMessage')[0]).toMatchObject({ channel: channel.id, text: 'waves' });
});

test('a reminder is given to the server as often as it takes to find its time', async () => {
  page.answers['reminders.add'] = ({ time }) =>
    time === 'on Monday' ? answer({ reminder: { time: 4_000_000_000 } }) : refuse('cannot_parse');
  await show();
  write('/remind me to look at it on Monday');
  send();
  expect(await screen.findByText(/^You will be reminded: /)).toBeTruthy();
  expect(calls('reminders.add').at(-1)).toEqual({ text: 'look at it', time: 'on Monday' });
});

test('what only looks like a command is a message', async () => {
  await show();
  for (const text of ['/etc/hosts is wrong', ' /away', '/nothing']) {
    write(text);
    send();
    await waitFor(() => expect(said()).toBe(text.trim()));
  }
});

test('who sends too fast is told when it goes on', async () => {
  await show();
  act(() => {
    page.workspace.outbox.store.setState({ paused: { [channel.id]: Date.now() + 7500 } });
  });
  write('one more');
  send();
  expect(await screen.findByText('Sending too fast. It goes on in 8 s.')).toBeTruthy();
  act(() => page.workspace.outbox.input({ type: 'nudge' }));
  await waitFor(() => expect(said()).toBe('one more'));
  expect(screen.queryByText(/Sending too fast/)).toBeNull();
});
