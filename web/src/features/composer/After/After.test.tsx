// @vitest-environment happy-dom
import { screen, waitFor } from '@testing-library/react';
import { expect } from 'vitest';
import { emptyDraft } from '../../../richtext/draft';
import { answer, refuse } from '../../../testing/fake/answers';
import type { FakeChannel } from '../../../testing/fake/channel';
import type { InWorkspace } from '../../../testing/inWorkspace';
import { test } from '../../../testing/pageTest';
import type { Sent, Wish } from '../wish';
import { After } from './After';

async function inChannel({ world, me, bob, workspace }: InWorkspace, others = 0) {
  const many = Array.from({ length: others }, (_, at) => `UX${at}`);
  const channel = world.addChannel('channel', 'design', [me, bob, ...many]);
  await waitFor(() => expect(workspace.store.getState().conversations[channel.id]).toBeDefined());
  return channel;
}

const wishOf = ({ id }: FakeChannel, text: string): Wish => ({
  place: id,
  said: { text },
  draft: { ...emptyDraft, text },
  broadcast: false,
});

function show(page: InWorkspace, { id }: FakeChannel, given: { wish?: Wish; sent?: Sent }): Wish[] {
  const left: Wish[] = [];
  page.show(
    <After
      channel={id}
      direct={false}
      wish={given.wish}
      undone={undefined}
      sent={given.sent}
      onSend={(wish) => left.push(wish)}
      onTaken={() => undefined}
    />,
  );
  return left;
}

test('what only few are told leaves at once', async ({ page }) => {
  const channel = await inChannel(page);
  const left = show(page, channel, { wish: wishOf(channel, '<!channel> lunch') });

  await waitFor(() => expect(left).toHaveLength(1));
  expect(screen.queryByRole('dialog')).toBeNull();
});

test('many are told only once that was confirmed', async ({ page, user }) => {
  const channel = await inChannel(page, 50);
  const wish = wishOf(channel, '<!channel> lunch');
  const left = show(page, channel, { wish });

  expect(await screen.findByText('This notifies 51 people. Send anyway?')).toBeTruthy();
  expect(left).toEqual([]);
  await user.click(screen.getByRole('button', { name: 'Send' }));
  await waitFor(() => expect(left).toEqual([wish]));
});

test('who keeps writing sends nothing', async ({ page, user }) => {
  const channel = await inChannel(page, 50);
  const left = show(page, channel, { wish: wishOf(channel, '<!here> lunch') });

  await user.click(await screen.findByRole('button', { name: 'Keep writing' }));
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(left).toEqual([]);
});

test('a command that is not done stays, and why is told until that is dismissed', async ({
  page,
  user,
}) => {
  const channel = await inChannel(page);
  const wish = wishOf(channel, '/topic Boats');
  page.workspace.drafts.set(channel.id, wish.draft);
  page.answers['conversations.setTopic'] = () => refuse('is_archived');
  const left = show(page, channel, { wish });

  expect(await screen.findByText('The channel is archived.')).toBeTruthy();
  expect(page.workspace.drafts.get(channel.id).text).toBe('/topic Boats');
  await user.click(screen.getByRole('button', { name: 'Dismiss' }));
  expect(screen.queryByText('The channel is archived.')).toBeNull();
  expect(left).toEqual([]);
});

test('who was mentioned and is not there is invited; a refusal is told', async ({ page, user }) => {
  const channel = await inChannel(page);
  const cleo = page.world.addUser('cleo', 'Cleo Castro', 'cleo@acme.test', '').id;
  await waitFor(() => expect(page.workspace.store.getState().people[cleo]).toBeDefined());
  const wish = wishOf(channel, `<@${cleo}> and <@${page.bob}>, look`);
  show(page, channel, { sent: { ...wish, id: 'S1', sentMs: Date.now() } });

  expect(await screen.findByText("Cleo Castro isn't in #design and won't see this.")).toBeTruthy();
  page.answers['conversations.invite'] = () => refuse('is_archived');
  await user.click(screen.getByRole('button', { name: 'Invite' }));
  expect(await screen.findByText('The channel is archived.')).toBeTruthy();
  page.answers['conversations.invite'] = ({ users }) => {
    page.world.join(channel, String(users), page.me);
    return answer({});
  };
  await user.click(screen.getByRole('button', { name: 'Invite' }));
  await waitFor(() => expect(screen.queryByRole('status')).toBeNull());
  expect(channel.members.has(cleo)).toBe(true);
});
