// @vitest-environment happy-dom
import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, vi } from 'vitest';
import type { InWorkspace } from '../../../testing/inWorkspace';
import { test } from '../../../testing/pageTest';
import { sized } from '../../../testing/sized';
import { answer, channelOf, refuse, type Args } from '../../../testing/fake/answers';
import type { Outcome } from '../../../protocol/api';
import { BrowseDialog } from './BrowseDialog';

afterEach(() => vi.restoreAllMocks());

function numbered({ world, me }: InWorkspace, number: number) {
  const [general] = world.channels.values();
  return { ...channelOf(general!, me), id: `C${number}`, name: `channel-${number}` };
}

function showThousands(page: InWorkspace): void {
  sized();
  const channels = Array.from({ length: 2000 }, (_, at) => numbered(page, at + 10_000));
  page.answers['conversations.list'] = () =>
    answer({ channels, response_metadata: { next_cursor: '' } });
  page.show(<BrowseDialog onClose={() => undefined} onCreate={() => undefined} />);
}

test('channels are filtered, sorted, and looked at before one joins', async ({ page, user }) => {
  const { world, bob } = page;
  const boats = world.addChannel('channel', 'boats', [bob]);
  world.addChannel('channel', 'attic', [bob]).archived = true;
  page.show(<BrowseDialog onClose={() => undefined} onCreate={() => undefined} />);
  const names = () => screen.queryAllByRole('link').map((each) => each.textContent);

  await waitFor(() => expect(names()).toEqual(['boats', 'general']));
  await user.selectOptions(screen.getByLabelText('Sort by'), 'members');
  expect(names()).toEqual(['general', 'boats']);
  const show = (kind: string) => user.selectOptions(screen.getByLabelText('Show'), kind);
  await show('mine');
  expect(names()).toEqual(['general']);
  await show('archived');
  expect(names()).toEqual(['attic']);
  await show('other');
  expect(names()).toEqual(['boats']);
  await user.click(screen.getByRole('link', { name: 'Look at boats before joining' }));
  expect(page.path()).toBe(`/w/acme/c/${boats.id}`);
  await user.type(screen.getByLabelText('Find a channel'), 'zzz');
  expect(screen.getByText(/^No channel matches\./)).toBeTruthy();
});

test('channels that cannot be had are asked for again by a button', async ({ page, user }) => {
  const { call } = page.workspace.parts;
  const calls = vi.spyOn(page.workspace.parts, 'call').mockResolvedValue({ kind: 'unreachable' });
  page.show(<BrowseDialog onClose={() => undefined} onCreate={() => undefined} />);

  expect(await screen.findByText('The server does not answer.')).toBeTruthy();
  expect(screen.queryByText(/^No channel matches/)).toBeNull();
  calls.mockImplementation(call);
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByRole('link', { name: 'general' })).toBeTruthy();
  expect(screen.getByRole('alert').textContent).toBe('');
});

test('pages are shown as they come, and one that does not come leaves those before', async ({
  page,
  user,
}) => {
  const pages = 8;
  let broken = true;
  const asked: number[] = [];
  page.answers['conversations.list'] = ({ cursor }) => {
    const at = typeof cursor === 'string' ? Number(cursor) : 0;
    asked.push(at);
    if (broken && at === 3) return refuse('ratelimited');
    const next_cursor = at < pages - 1 ? String(at + 1) : '';
    return answer({ channels: [numbered(page, at)], response_metadata: { next_cursor } });
  };
  page.show(<BrowseDialog onClose={() => undefined} onCreate={() => undefined} />);

  await user.click(await screen.findByRole('button', { name: 'Try again' }));
  await waitFor(() => expect(asked).toEqual([0, 1, 2, 3, 3]));
  expect(screen.getAllByRole('link')).toHaveLength(3);
  await user.type(screen.getByLabelText('Find a channel'), 'zzz');
  expect(screen.queryByText(/^No channel matches/)).toBeNull();
  await user.clear(screen.getByLabelText('Find a channel'));
  broken = false;
  await user.click(await screen.findByRole('button', { name: 'Try again' }));
  await waitFor(() => expect(screen.getAllByRole('link')).toHaveLength(pages));
  expect(asked.filter((at) => at === 0)).toHaveLength(1);
});

test('of thousands of channels those are drawn that are seen, and arrows walk', async ({
  page,
  user,
}) => {
  showThousands(page);

  await screen.findAllByRole('link');
  expect(screen.getAllByRole('listitem').length).toBeLessThan(200);
  await user.type(screen.getByLabelText('Find a channel'), 'channel-1199');
  await waitFor(() => expect(screen.getAllByRole('listitem').length).toBeLessThan(50));
  const links = screen.getAllByRole('link');
  const isReached = links.map(({ tabIndex }) => tabIndex === 0);
  expect(isReached).toEqual(links.map((link) => link === links[0]));
  links[0]?.focus();
  await user.keyboard('{ArrowDown}');
  await waitFor(() => expect(document.activeElement).toBe(links[1]));
});

test('what is found stands at the top, however far down one has been', async ({ page, user }) => {
  showThousands(page);
  await screen.findAllByRole('link');
  const scroller = () => screen.getByRole('list', { name: 'Channels' }).parentElement!;
  scroller().scrollTop = 60_000;
  fireEvent.scroll(scroller());
  await waitFor(() => expect(screen.queryByText('channel-10002')).toBeNull());

  await user.type(screen.getByLabelText('Find a channel'), 'channel-11');
  expect(await screen.findByText('channel-11002')).toBeTruthy();
  expect(screen.getAllByRole('link')[0]?.textContent).toBe('channel-11000');
  expect(scroller().scrollTop).toBe(0);
});

test('that more channels come moves none of those that are there', async ({ page }) => {
  let answerRest: (outcome: Outcome<unknown>) => void = () => undefined;
  const { call } = page.workspace.parts;
  vi.spyOn(page.workspace.parts, 'call').mockImplementation(((method: string, args: Args) => {
    if (args.cursor !== undefined) return new Promise((resolve) => (answerRest = resolve));
    return call(method, args);
  }) as never);
  page.answers['conversations.list'] = () =>
    answer({ channels: [numbered(page, 1)], response_metadata: { next_cursor: '1' } });
  page.show(<BrowseDialog onClose={() => undefined} onCreate={() => undefined} />);

  const told = await screen.findByText('Loading more channels');
  expect(told.closest('footer, [class*=footer]')).not.toBeNull();
  act(() =>
    answerRest({
      kind: 'ok',
      answer: { channels: [numbered(page, 2)], response_metadata: { next_cursor: '' } },
    }),
  );
  await waitFor(() => expect(screen.getAllByRole('link')).toHaveLength(2));
  expect(screen.queryByText('Loading more channels')).toBeNull();
});
