// @vitest-environment happy-dom
import { screen, waitFor, within } from '@testing-library/react';
import { expect } from 'vitest';
import type { Message } from '../../../protocol/generated';
import { answer } from '../../../testing/fake/answers';
import type { FakeChannel } from '../../../testing/fake/channel';
import type { InWorkspace } from '../../../testing/inWorkspace';
import { test } from '../../../testing/pageTest';
import { ThreadBlock } from './ThreadBlock';

async function opened(page: InWorkspace, kind: 'im' | 'channel'): Promise<FakeChannel> {
  const { world, workspace, me, bob } = page;
  const channel = world.addChannel(kind, kind === 'im' ? undefined : 'boats', [me, bob]);
  await waitFor(() => expect(workspace.store.getState().conversations[channel.id]).toBeDefined());
  return channel;
}

function replyTo({ ts }: Message, text: string, { world, bob }: InWorkspace, channel: FakeChannel) {
  const said = { type: 'message' as const, user: bob, team: 'T1', text, thread_ts: ts };
  return { ...said, ts: channel.nextTs(world.now()) };
}

/** A thread with so many replies of Bob's, of which some were not read. */
function show(page: InWorkspace, channel: FakeChannel, root: Message, texts: string[], unread = 0) {
  const { world, answers } = page;
  const replies = texts.map((text) => replyTo(root, text, page, channel));
  answers['client.history'] = (args) => {
    if (args.thread_ts !== root.ts) return undefined;
    const messages = [{ ...root, thread_ts: root.ts, reply_count: replies.length }, ...replies];
    const whole = { has_more_before: false, has_more_after: false, users: [] };
    return answer({ ...whole, messages, position: world.head(channel.id) });
  };
  const marker = {
    channel: channel.id,
    thread_ts: root.ts,
    following: true,
    read_ts: root.ts,
    read_number: replies.length - unread,
    reply_number: replies.length,
    deleted_after: 0,
    position: world.head(channel.id),
  };
  page.show(<ThreadBlock thread={{ marker, unread }} />);
}

test('a short thread with one person bears their name, is there whole, and leads in', async ({
  page,
}) => {
  const channel = await opened(page, 'im');
  const root = page.world.post(channel, page.bob, 'Where to?');
  show(page, channel, root, ['To the lake', 'Or the sea'], 1);

  const block = await screen.findByRole('region', { name: 'Thread in Bob Brown' });
  const said = within(block).getAllByRole('article');
  expect(said).toHaveLength(3);
  expect(said.at(-1)?.textContent).toContain('Or the sea');
  expect(within(block).getByText('1 new reply')).toBeTruthy();
  const links = within(block).getAllByRole('link');
  const href = `/w/acme/c/${channel.id}/t/${root.ts}`;
  expect(links.map((link) => [link.textContent, link.getAttribute('href')])).toEqual([
    ['Bob Brown', href],
    ['Open thread', href],
  ]);
});

test('a deleted message keeps its place above the replies', async ({ page }) => {
  const channel = await opened(page, 'channel');
  const { number: _, ...said } = page.world.post(channel, page.bob, 'Where to?');
  const heard = () => page.workspace.store.getState().conversations[channel.id]?.message_number;
  await waitFor(() => expect(heard()).toBe(1));
  show(page, channel, { ...said, text: '', subtype: 'tombstone' }, ['To the lake']);

  const block = await screen.findByRole('region', { name: 'Thread in #boats' });
  expect(within(block).getByText('Message deleted')).toBeTruthy();
  expect(within(block).getByRole('article').textContent).toContain('To the lake');
});

test('a reply that comes is shown at once, and the oldest is counted instead', async ({ page }) => {
  const channel = await opened(page, 'channel');
  const root = page.world.post(channel, page.bob, 'Where to?');
  show(page, channel, root, ['To the lake', 'Or the sea']);
  expect(await screen.findByText('To the lake')).toBeTruthy();

  const reply = replyTo(root, 'Why not both?', page, channel);
  const counts = { reply_count: 3, reply_number: 3, reply_users: [page.bob] };
  const thread = { ...counts, ts: root.ts, number: 3, reply_users_count: 1 };
  page.world.log(channel.id, { ...reply, channel: channel.id, thread });
  expect(await screen.findByText('Why not both?')).toBeTruthy();
  expect(screen.getByText('Or the sea')).toBeTruthy();
  expect(screen.queryByText('To the lake')).toBeNull();
  expect(screen.getByRole('link', { name: '1 more reply' })).toBeTruthy();
});
