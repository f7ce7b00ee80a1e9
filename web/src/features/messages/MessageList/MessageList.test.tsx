// @vitest-environment happy-dom
import { createRef, type RefObject } from 'react';
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, vi } from 'vitest';
import { useWorkspaceState } from '../../../app/context';
import { answer, refuse } from '../../../testing/fake/answers';
import type { FakeChannel } from '../../../testing/fake/channel';
import type { InWorkspace } from '../../../testing/inWorkspace';
import { test as base } from '../../../testing/pageTest';
import { sized } from '../../../testing/sized';
import { countOf, placeMost } from '../../../store/bounded';
import { MessageList, type MessagesHandle } from './MessageList';
import { ViewBook } from './view';

const count = 700;
const texts = Array.from({ length: count }, (_, at) => `Said ${at + 1}.`);

const test = base
  .extend('channel', async ({ page }) => {
    const { world, workspace, me, bob } = page;
    const made = world.addChannel('channel', 'boats', [me, bob]);
    await waitFor(() => expect(workspace.store.getState().conversations[made.id]).toBeDefined());
    const post = (some: readonly string[]) => some.forEach((text) => world.post(made, bob, text));
    const clock = vi.spyOn(Date, 'now').mockReturnValue(Date.now() - 86_400_000);
    post(texts.slice(0, count / 2));
    clock.mockRestore();
    post(texts.slice(count / 2));
    page.answers['client.history'] = () => {
      const ends = { has_more_before: false, has_more_after: false, users: [] };
      return answer({ messages: made.messages, ...ends, position: world.head(made.id) });
    };
    return made;
    return made;
  })
  .extend('views', () => new ViewBook());

beforeEach(() => {
  sized();
  vi.spyOn(Element.prototype, 'scrollHeight', 'get').mockReturnValue(count * 40);
});
afterEach(() => vi.restoreAllMocks());

interface ShownProps {
  id: string;
  views: ViewBook;
  list?: RefObject<MessagesHandle | null>;
}

function Shown({ id, views, list }: ShownProps) {
  const conversation = useWorkspaceState((state) => state.conversations[id]);
  if (conversation === undefined) return null;
  const ref = list ?? null;
  return <MessageList name="boats" jump={undefined} {...{ ref, conversation, views }} />;
}

const runs = ({ workspace }: InWorkspace, { id }: FakeChannel) =>
  workspace.store.getState().histories[id]?.segments ?? [];

const asked = ({ calls }: InWorkspace) =>
  calls.seen.filter(({ method }) => method === 'client.history');

const said = () =>
  within(screen.getByRole('feed'))
    .queryAllByText(/^Said \d+\.$/)
    .map(({ textContent }) => textContent);

test('at the end, no more than may be is held, and the newest are shown', async ({
  page,
  channel,
  views,
}) => {
  page.show(<Shown id={channel.id} views={views} />);

  await waitFor(() => expect(said()).toContain(`Said ${count}.`));
  expect(runs(page, channel)).toHaveLength(1);
  expect(countOf(runs(page, channel))).toBeLessThanOrEqual(placeMost);
  expect(runs(page, channel)[0]).toMatchObject({ live: true, hasOlder: true });
});

test('far up, what is read stays, and the way to the newest needs no network', async ({
  page,
  channel,
  views,
  user,
}) => {
  const { ts } = channel.messages[19]!;
  const view = { kind: 'anchored', key: ts, offset: 0 } as const;
  views.keep(channel.id, { view, shown: undefined, measured: [] });
  const { unmount } = page.show(<Shown id={channel.id} views={views} />);

  await waitFor(() => expect(said()).toContain('Said 20.'));
  const [shown, newest] = runs(page, channel);
  expect(shown).toMatchObject({ live: false, hasOlder: false });
  expect(newest).toMatchObject({ live: true, hasOlder: true });
  expect(countOf(runs(page, channel))).toBeLessThanOrEqual(placeMost);

  // What is posted goes to the newest, and moves nothing here.
  act(() => void page.world.post(channel, page.bob, 'Said at last.'));
  await waitFor(() => expect(runs(page, channel)[1]!.messages.at(-1)?.text).toBe('Said at last.'));
  expect(said()).toContain('Said 20.');

  // Whoever comes back finds the same place.
  unmount();
  expect(views.get(channel.id)).toMatchObject({ shown: ts });
  page.show(<Shown id={channel.id} views={views} />);
  await waitFor(() => expect(said()).toContain('Said 20.'));

  const before = asked(page).length;
  await user.click(screen.getByRole('button', { name: /^Newest/ }));
  await waitFor(() => expect(said()).toContain(`Said ${count}.`));
  expect(await screen.findByText('Said at last.')).toBeTruthy();
  expect(said()).not.toContain('Said 20.');
  expect(asked(page)).toHaveLength(before);
});

test('far up, my last message is the newest of mine, not one of those that are shown', async ({
  page,
  channel,
  views,
}) => {
  const { ts } = channel.messages[19]!;
  views.keep(channel.id, {
    view: { kind: 'anchored', key: ts, offset: 0 },
    shown: ts,
    measured: [],
  });
  const list = createRef<MessagesHandle>();
  page.show(<Shown id={channel.id} {...{ views, list }} />);
  await waitFor(() => expect(said()).toContain('Said 20.'));
  act(() => void page.world.post(channel, page.me, 'Mine at last.'));
  await waitFor(() => expect(runs(page, channel).at(-1)!.messages.at(-1)?.text).toContain('Mine'));
  expect(screen.queryByText('Mine at last.')).toBeNull();

  act(() => list.current?.editLast());
  const feed = within(screen.getByRole('feed'));
  const field = await feed.findByRole('textbox', { name: /^Edit/ }, { timeout: 5000 });
  await waitFor(() => expect(field.textContent).toBe('Mine at last.'));
});

test('rows that scrolling brings lie one below the other before they are painted', async ({
  page,
  channel,
  views,
}) => {
  const { ts } = channel.messages[100]!;
  const view = { kind: 'anchored', key: ts, offset: 0 } as const;
  views.keep(channel.id, { view, shown: undefined, measured: [] });
  page.show(<Shown id={channel.id} views={views} />);
  await waitFor(() => expect(said()).toContain('Said 101.'));
  const before = said();

  const feed = screen.getByRole('feed');
  feed.scrollTop += 700;
  fireEvent.scroll(feed);
  expect(said()).not.toEqual(before);
  const tops = [...feed.querySelectorAll<HTMLElement>('[data-index]')].map(({ style }) =>
    Number(/translate3d\(0, (.*)px, 0\)/.exec(style.transform)?.[1]),
  );
  expect(tops.length).toBeGreaterThan(20);
  expect(new Set(tops.slice(1).map((top, at) => top - tops[at]!))).toEqual(new Set([40]));
});

test('the day on top is another as soon as one has scrolled to it', async ({
  page,
  channel,
  views,
}) => {
  const { ts } = channel.messages[count / 2 - 2]!;
  const view = { kind: 'anchored', key: ts, offset: 0 } as const;
  views.keep(channel.id, { view, shown: undefined, measured: [] });
  page.show(<Shown id={channel.id} views={views} />);
  const pill = await screen.findByRole('button', { name: /Yesterday/ });

  const feed = screen.getByRole('feed');
  feed.scrollTop += 120;
  // Not within an act, which would draw whatever is to be drawn some time.
  feed.dispatchEvent(new Event('scroll'));
  expect(pill.textContent).toBe('Today');
});

test('what is sent while messages cannot be loaded is shown, and once when they are', async ({
  page,
  channel,
  views,
  user,
}) => {
  const load = page.answers['client.history']!;
  let isAnswering = false;
  const whenAnswering = (answering?: typeof load) => (args: Parameters<typeof load>[0]) =>
    isAnswering ? answering?.(args) : refuse('internal_error');
  page.answers['client.history'] = whenAnswering(load);
  page.answers['chat.postMessage'] = whenAnswering();
  page.show(<Shown id={channel.id} views={views} />);
  await screen.findByText("Couldn't load messages.");

  act(() => void page.workspace.outbox.send({ channel: channel.id, text: 'Said anyway.' }));
  await screen.findByRole('article', { name: 'Alice Adams Said anyway.' });
  await screen.findByText(/^Not sent/);

  isAnswering = true;
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  await waitFor(() => expect(said()).toContain(`Said ${count}.`));
  expect(screen.getAllByText('Said anyway.')).toHaveLength(1);
  await user.click(screen.getByRole('button', { name: 'Retry' }));
  await waitFor(() => expect(screen.queryByText(/^Not sent/)).toBeNull());
  expect(screen.getAllByText('Said anyway.')).toHaveLength(1);
});
