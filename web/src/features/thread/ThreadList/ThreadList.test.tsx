// @vitest-environment happy-dom
import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, vi } from 'vitest';
import type { Message, Ts } from '../../../protocol/generated';
import { answer, page as pageOf, refuse } from '../../../testing/fake/answers';
import type { InWorkspace } from '../../../testing/inWorkspace';
import { test as base } from '../../../testing/pageTest';
import { sized } from '../../../testing/sized';
import { ViewBook } from '../../messages/MessageList/view';
import { ThreadList } from './ThreadList';

const count = 300;
const patient = { timeout: 3000 };

interface Thread {
  channel: string;
  root: Message;
  replies: Message[];
}

const test = base.extend('thread', async ({ page }): Promise<Thread> => {
  const { world, workspace, me, bob, answers } = page;
  const channel = world.addChannel('channel', 'boats', [me, bob]);
  await waitFor(() => expect(workspace.store.getState().conversations[channel.id]).toBeDefined());
  const said = world.post(channel, bob, 'Where to?');
  const root = { ...said, thread_ts: said.ts, reply_count: count };
  const replies = Array.from({ length: count }, (_, at) => ({
    ...{ type: 'message' as const, ts: channel.nextTs(world.now()), user: bob, team: 'T1' },
    ...{ text: `Reply ${at + 1}`, thread_ts: root.ts },
  }));
  answers['client.history'] = (args) => {
    if (args.thread_ts === undefined) return undefined;
    const run = pageOf({ messages: [root, ...replies] }, args);
    return answer({ ...run, users: [], position: world.head(channel.id) });
  };
  return { channel: channel.id, root, replies };
});

beforeEach(() => {
  sized();
  vi.spyOn(Element.prototype, 'scrollHeight', 'get').mockReturnValue(count * 40);
});
afterEach(() => vi.restoreAllMocks());

const show = (page: InWorkspace, { channel, root }: Thread, reply?: Ts) =>
  page.show(
    <ThreadList
      ref={null}
      channel={channel}
      thread={root.ts}
      reply={reply}
      label="Thread in #boats"
      views={new ViewBook()}
    />,
  );

const feed = () => screen.findByRole('feed', { name: 'Thread in #boats' });

test('a reply that was asked for is shown, the newest ones are a press away', async ({
  page,
  thread,
  user,
}) => {
  show(page, thread, thread.replies[149]!.ts);
  expect(await within(await feed()).findByText('Reply 150', {}, patient)).toBeTruthy();
  expect(screen.queryByText(`Reply ${count}`)).toBeNull();

  await user.click(screen.getByRole('button', { name: 'Newest' }));
  expect(await screen.findByText(`Reply ${count}`, {}, patient)).toBeTruthy();
  expect(screen.queryByText('Reply 150')).toBeNull();
});

test('what was not read yet begins below a line', async ({ page, thread }) => {
  const { channel, root, replies } = thread;
  const read = count - 3;
  page.world.log(page.me, {
    type: 'thread_marked',
    channel,
    thread_ts: root.ts,
    following: true,
    read_ts: replies[read - 1]!.ts,
    read_number: read,
    reply_number: count,
    deleted_after: 0,
    position: page.world.head(channel),
  });
  const { store } = page.workspace;
  await waitFor(() => expect(Object.keys(store.getState().threads)).toHaveLength(1));
  show(page, thread);

  await within(await feed()).findByText(`Reply ${read + 1}`);
  const words = (await feed()).textContent;
  expect(words).toMatch(new RegExp(`Reply ${read}.*New.*Reply ${read + 1}`, 's'));
  expect(words.match(/New/g)).toHaveLength(1);
});

test('replies that are refused are asked for twice, then by a press', async ({
  page,
  thread,
  user,
}) => {
  const whole = page.answers['client.history']!;
  const asked: unknown[] = [];
  page.answers['client.history'] = (args) => {
    if (args.thread_ts === undefined) return undefined;
    asked.push(args);
    return refuse('fatal_error');
  };
  show(page, thread);
  await waitFor(() => expect(asked).toHaveLength(2));
  const again = await screen.findByRole('button', { name: 'Try again' });
  expect(screen.getByText("Couldn't load messages.")).toBeTruthy();
  expect(asked).toHaveLength(2);

  page.answers['client.history'] = whole;
  await user.click(again);
  expect(await within(await feed()).findByText(`Reply ${count}`)).toBeTruthy();
});
