// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { useWorkspaceState } from '../../../app/context';
import type { Message, Ts } from '../../../protocol/generated';
import { answer, page as pageOf, refuse, type Args } from '../../../testing/fake/answers';
import type { FakeChannel } from '../../../testing/fake/channel';
import { inWorkspace, type InWorkspace } from '../../../testing/inWorkspace';
import { sized } from '../../../testing/sized';
import { ViewBook } from '../../messages/MessageList/view';
import { ThreadPane } from './ThreadPane';

let page: InWorkspace;
let channel: FakeChannel;
let root: Message;
let replies: Message[];
let sent: Args[];
beforeEach(async () => {
  sized();
  page = await inWorkspace();
  const { world, me, bob, answers, calls } = page;
  channel = world.addChannel('channel', 'boats', [me, bob]);
  root = world.post(channel, bob, 'Where to?');
  const thread_ts = root.ts;
  root = { ...root, thread_ts, reply_count: 1 };
  const ts = channel.nextTs(world.now());
  replies = [{ type: 'message', ts, user: bob, team: 'T1', text: 'To the lake', thread_ts }];
  answers['client.history'] = (args) => {
    if (args.thread_ts === undefined) return undefined;
    const page = { has_more_before: false, has_more_after: false, users: [] };
    return answer({ ...page, messages: [root, ...replies], position: world.head(channel.id) });
  };
  sent = [];
  answers['chat.postMessage'] = (args) => {
    sent.push(args);
    return undefined;
  };
  answers['client.threads.follow'] = () => answer({});
  await waitFor(() => expect(held()).toBeDefined());
  expect(calls.seen.length).toBeGreaterThan(0);
});
afterEach(async () => {
  cleanup();
  vi.restoreAllMocks();
  await page.close();
});

const held = () => page.workspace.store.getState().conversations[channel.id];

function Shown({ reply }: { reply?: Ts }) {
  const conversation = useWorkspaceState((state) => state.conversations[channel.id]);
  if (conversation === undefined) return null;
  const views = new ViewBook();
  return <ThreadPane conversation={conversation} thread={root.ts} reply={reply} views={views} />;
}

test('a thread shows its message and the replies, and says where it belongs', async () => {
  page.show(<Shown />);

  const pane = screen.getByRole('complementary', { name: 'Thread' });
  expect(await within(pane).findByText('Where to?')).toBeTruthy();
  expect(within(pane).getByText('To the lake')).toBeTruthy();
  expect(within(pane).getByText('1 reply')).toBeTruthy();
  const where = within(pane).getByRole('link', { name: '#boats' });
  expect(where.getAttribute('href')).toBe(`/w/acme/c/${channel.id}/p/${root.ts}`);
});

test('a thread without replies says so', async () => {
  replies = [];
  delete root.reply_count;
  page.show(<Shown />);
  expect(await screen.findByText('No replies yet.')).toBeTruthy();
});

test('of a thread that is not there that is told, once asked, and nothing is offered', async () => {
  let asked = 0;
  page.answers['client.history'] = (args) => {
    if (args.thread_ts !== undefined) asked += 1;
    return args.thread_ts === undefined ? undefined : refuse('thread_not_found');
  };
  const { unmount } = page.show(<Shown />);

  const told = 'This thread does not exist, or its message was deleted.';
  expect(await screen.findByText(told)).toBeTruthy();
  expect(screen.queryByRole('region', { name: 'Reply' })).toBeNull();
  const offered = screen.getAllByRole('button').map((button) => button.getAttribute('aria-label'));
  expect(offered).toEqual(['Close (Esc)']);
  expect(asked).toBe(1);

  unmount();
  page.show(<Shown />);
  await waitFor(() => expect(asked).toBe(2));
});

test('a thread whose message is deleted while it is open says so', async () => {
  replies = [];
  delete root.reply_count;
  page.show(<Shown />);
  await screen.findByText('No replies yet.');
  page.world.remove(channel, root.ts, page.bob);

  expect(await screen.findByText(/its message was deleted/)).toBeTruthy();
  expect(screen.queryByRole('region', { name: 'Reply' })).toBeNull();
});

test('a reply is sent into its thread, and into the channel once if that is asked', async () => {
  const user = userEvent.setup();
  page.show(<Shown />);
  await screen.findByText('To the lake');
  const write = async (text: string) => {
    const field = within(screen.getByRole('region', { name: 'Reply' })).getByRole('textbox');
    if (field instanceof HTMLTextAreaElement) fireEvent.change(field, { target: { value: text } });
    await user.click(screen.getByRole('button', { name: 'Send (Enter)' }));
  };
  const also = screen.getByRole<HTMLInputElement>('checkbox', { name: 'Also send to #boats' });
  await user.click(also);
  await write('By boat');
  await waitFor(() => expect(sent).toHaveLength(1));
  expect(sent[0]).toMatchObject({ text: 'By boat', thread_ts: root.ts, reply_broadcast: true });
  expect(also.checked).toBe(false);
});

test('one follows a thread and stops again', async () => {
  const user = userEvent.setup();
  const asked: Args[] = [];
  page.answers['client.threads.follow'] = (args) => {
    asked.push(args);
    return answer({});
  };
  page.show(<Shown />);
  const follow = await screen.findByRole('button', { name: 'Follow this thread' });
  expect(follow.getAttribute('aria-pressed')).toBe('false');
  await user.click(follow);
  expect(await screen.findByRole('button', { name: 'Stop following this thread' })).toBeTruthy();
  expect(asked).toEqual([{ channel: channel.id, thread_ts: root.ts, following: true }]);
});

test("ArrowUp edits one's newest reply also while an older run of the thread is shown", async () => {
  const count = 300;
  vi.spyOn(Element.prototype, 'scrollHeight', 'get').mockReturnValue(count * 40);
  const { world, me, answers } = page;
  replies = Array.from({ length: count }, (_, at) => {
    const own =
      at === count - 1 ? { user: me, text: 'Mine at last.' } : { text: `Reply ${at + 1}` };
    return { ...replies[0]!, ts: channel.nextTs(world.now()), ...own };
  });
  root = { ...root, reply_count: count };
  answers['client.history'] = (args) => {
    if (args.thread_ts === undefined) return undefined;
    const run = pageOf({ messages: [root, ...replies] }, args);
    return answer({ ...run, users: [], position: world.head(channel.id) });
  };
  page.show(<Shown reply={replies[149]!.ts} />);
  expect(await screen.findByText('Reply 150', {}, { timeout: 3000 })).toBeTruthy();
  expect(screen.queryByText('Mine at last.')).toBeNull();

  const composer = screen.getByRole('region', { name: 'Reply' });
  fireEvent.keyDown(within(composer).getByRole('textbox'), { key: 'ArrowUp' });
  const words = () => {
    const field = screen.getByRole('textbox', { name: /^Edit/ });
    return field instanceof HTMLTextAreaElement ? field.value : field.textContent;
  };
  await waitFor(() => expect(words()).toBe('Mine at last.'), { timeout: 5000 });
});
