// @vitest-environment happy-dom
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Toasts } from '../../../ui/Toast/Toast';
import { answer } from '../../../testing/fake/answers';
import type { FakeChannel } from '../../../testing/fake/channel';
import { inWorkspace, type InWorkspace } from '../../../testing/inWorkspace';
import ThreadsView from './ThreadsView';

let page: InWorkspace;
let channel: FakeChannel;
beforeEach(async () => {
  page = await inWorkspace();
  channel = page.world.addChannel('channel', 'boats', [page.me, page.bob]);
  await waitFor(() =>
    expect(page.workspace.store.getState().conversations[channel.id]).toBeDefined(),
  );
});
afterEach(async () => {
  cleanup();
  await page.close();
});

/** A thread that one follows, with replies of Bob's of which some were read. */
function thread(text: string, count: number, read: number): string {
  const { world, bob, me, answers } = page;
  const root = world.post(channel, bob, text);
  const replies = Array.from({ length: count }, (_, at) => ({
    type: 'message' as const,
    ts: channel.nextTs(world.now()),
    user: bob,
    team: 'T1',
    text: `${text} ${at + 1}`,
    thread_ts: root.ts,
  }));
  const messages = [{ ...root, thread_ts: root.ts, reply_count: count }, ...replies];
  const known = answers['client.history'];
  answers['client.history'] = (args) => {
    if (args.thread_ts !== root.ts) return known?.(args);
    const whole = { has_more_before: false, has_more_after: false, users: [] };
    return answer({ ...whole, messages, position: world.head(channel.id) });
  };
  world.log(me, {
    type: 'thread_marked',
    channel: channel.id,
    thread_ts: root.ts,
    following: true,
    read_ts: replies[read - 1]?.ts ?? root.ts,
    read_number: read,
    reply_number: count,
    deleted_after: 0,
    position: world.head(channel.id),
  });
  return root.ts;
}

const known = (count: number) =>
  waitFor(() => expect(Object.keys(page.workspace.store.getState().threads)).toHaveLength(count));

test('threads show their last replies, unread ones first, and lead into the thread', async () => {
  thread('Old', 2, 2);
  const ts = thread('New', 5, 3);
  await known(2);
  page.show(<ThreadsView />);

  expect(await screen.findByText('New 5')).toBeTruthy();
  expect(await screen.findByText('Old 2')).toBeTruthy();
  const [first, second] = screen.getAllByRole('region', { name: 'Thread in #boats' });
  expect(within(first!).getByText('2 new replies')).toBeTruthy();
  expect(within(first!).queryByText('New 3')).toBeNull();
  const more = within(first!).getByRole('link', { name: '3 more replies' });
  expect(more.getAttribute('href')).toBe(`/w/acme/c/${channel.id}/t/${ts}`);
  expect(within(second!).queryByText(/new repl/)).toBeNull();
});

test('all are marked read at once, and that is taken back', async () => {
  const user = userEvent.setup();
  thread('New', 5, 3);
  await known(1);
  page.show(
    <Toasts>
      <ThreadsView />
    </Toasts>,
  );
  await user.click(await screen.findByRole('button', { name: 'Mark all read' }));
  await waitFor(() => expect(screen.queryByText('2 new replies')).toBeNull());
  expect(screen.queryByRole('button', { name: 'Mark all read' })).toBeNull();
  expect(await screen.findByText('2 replies marked read.')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Undo' }));
  expect(await screen.findByText('2 new replies')).toBeTruthy();
  expect(page.calls.seen.some(({ method }) => method === 'client.threads.mark')).toBe(false);
});

test('who follows nothing is told how to', () => {
  page.show(<ThreadsView />);
  expect(screen.getByRole('status').textContent).toMatch(/^You follow no threads yet/);
});
