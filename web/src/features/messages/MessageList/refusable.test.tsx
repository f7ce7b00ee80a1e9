// @vitest-environment happy-dom
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, vi } from 'vitest';
import { useWorkspaceState } from '../../../app/context';
import { Keys } from '../../../keys/Keys';
import type { Conversation } from '../../../protocol/generated';
import { answer } from '../../../testing/fake/answers';
import type { FakeChannel } from '../../../testing/fake/channel';
import type { InWorkspace } from '../../../testing/inWorkspace';
import { test as base } from '../../../testing/pageTest';
import { sized } from '../../../testing/sized';
import { MessageList } from './MessageList';
import { ViewBook } from './view';

const test = base.extend('channel', async ({ page, onTestFinished }) => {
  sized();
  onTestFinished(() => void vi.restoreAllMocks());
  const { world, workspace, me, bob } = page;
  const made = world.addChannel('channel', 'boats', [me, bob]);
  await waitFor(() => expect(workspace.store.getState().conversations[made.id]).toBeDefined());
  for (const text of ['Alone.', 'Answered.']) world.post(made, me, text);
  page.answers['client.history'] = () => {
    const ends = { has_more_before: false, has_more_after: false, users: [] };
    return answer({ messages: made.messages, ...ends, position: world.head(made.id) });
  };
  return made;
});

function Shown({ id }: { id: string }) {
  const conversation = useWorkspaceState((state) => state.conversations[id]);
  if (conversation === undefined) return null;
  const rest = { ref: null, name: 'boats', jump: undefined, views: new ViewBook() };
  return (
    <Keys>
      <MessageList conversation={conversation} {...rest} />
    </Keys>
  );
}

const row = async (text: string) => {
  const said = await screen.findByText(text);
  return said.closest<HTMLElement>('[role=article]')!;
};

/** Both messages; the second has been answered. */
async function shown(page: InWorkspace, channel: FakeChannel) {
  page.show(<Shown id={channel.id} />);
  const [alone, answered] = [await row('Alone.'), await row('Answered.')];
  const reactions = [{ name: 'tada', users: [page.bob], count: 1 }];
  const more = { reactions, reply_count: 2, reply_users: [page.bob] };
  act(() =>
    page.workspace.inbox.act((state) => {
      const history = state.histories[channel.id]!;
      const segments = history.segments.map((segment) => ({
        ...segment,
        messages: segment.messages.map((each) =>
          each.text === 'Answered.' ? { ...each, ...more } : each,
        ),
      }));
      const held = { ...history, segments };
      return { ...state, histories: { ...state.histories, [channel.id]: held } };
    }),
  );
  await waitFor(() => expect(answered.textContent).toContain('2 replies'));
  return { alone, answered };
}

const offered = async (of: HTMLElement) => {
  act(() => of.focus());
  const bar = within(await within(of).findByRole('toolbar', {}, { timeout: 5000 }));
  return bar.getAllByRole('button').map((each) => each.getAttribute('aria-label'));
};

function become(page: InWorkspace, id: string, change: Partial<Conversation>) {
  act(() =>
    page.workspace.inbox.act((state) => {
      const held = { ...state.conversations[id]!, ...change };
      return { ...state, conversations: { ...state.conversations, [id]: held } };
    }),
  );
}

test('in an archived channel nothing is offered that would be refused, and threads are read', async ({
  page,
  channel,
  user,
}) => {
  const { alone, answered } = await shown(page, channel);
  expect(await offered(alone)).toContain('Reply in thread');
  expect(await offered(alone)).toContain('Add a reaction');

  become(page, channel.id, { is_archived: true });
  expect(await offered(alone)).toEqual(['Save for later', 'More actions']);
  expect(await offered(answered)).toEqual(['Open thread', 'Save for later', 'More actions']);
  expect(within(answered).queryByRole('button', { name: 'Add a reaction' })).toBeNull();

  const before = page.calls.seen.length;
  const path = page.path();
  act(() => alone.focus());
  await user.keyboard('r1pet');
  await user.click(within(answered).getByRole('button', { name: /reacted with :tada:/ }));
  expect(page.path()).toBe(path);
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(within(alone).queryByRole('textbox')).toBeNull();
  const asked = page.calls.seen.slice(before).map(({ method }) => method);
  expect(asked.filter((each) => /^(reactions|pins|chat)\./.test(each))).toEqual([]);

  act(() => answered.focus());
  fireEvent.keyDown(answered, { key: 't' });
  await waitFor(() => expect(page.path()).toMatch(/\/t\/|thread/));
});

test('who may not reply is offered no reply, reads what there is, and does all else', async ({
  page,
  channel,
  user,
}) => {
  const { alone, answered } = await shown(page, channel);
  act(() =>
    page.workspace.inbox.act((state) => {
      const { rank: _, ...regular } = state.people[page.me]!;
      return { ...state, people: { ...state.people, [page.me]: regular } };
    }),
  );
  become(page, channel.id, {
    properties: { threads_restricted_to: { type: ['owner'], user: [] } },
  });
  expect(await offered(alone)).not.toContain('Reply in thread');
  expect(await offered(alone)).toContain('Add a reaction');
  expect(await offered(answered)).toContain('Open thread');
  expect(await offered(answered)).not.toContain('Reply in thread');

  const path = page.path();
  act(() => alone.focus());
  await user.keyboard('t');
  expect(page.path()).toBe(path);
  await user.click(within(alone).getByRole('button', { name: 'More actions' }));
  const items = (await screen.findAllByRole('menuitem')).map((each) => each.textContent);
  expect(items[0]).toMatch(/^Reply in thread.*Only owners may post here\./);
  await user.keyboard('{Escape}');

  act(() => answered.focus());
  await user.keyboard('t');
  await waitFor(() => expect(page.path()).toMatch(/\/t\/|thread/));

  become(page, channel.id, { properties: undefined });
  expect(await offered(alone)).toContain('Reply in thread');
});
