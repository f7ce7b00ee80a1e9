// @vitest-environment happy-dom
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, vi } from 'vitest';
import type { InWorkspace } from '../../../testing/inWorkspace';
import { test } from '../../../testing/pageTest';
import { sized } from '../../../testing/sized';
import { refuse, type Args } from '../../../testing/fake/answers';
import { TypedBefore } from '../../../ui/Dialog/typedBefore';
import { BrowseDialog } from './BrowseDialog';

afterEach(() => vi.restoreAllMocks());

const shown = (page: InWorkspace) =>
  page.show(<BrowseDialog onClose={() => undefined} onCreate={() => undefined} />);
const names = () => screen.queryAllByRole('link').map((each) => each.textContent);
const asked = ({ calls }: InWorkspace) =>
  calls.seen.filter(({ method }) => method === 'client.channels').map(({ args }) => args);

/** A workspace of as many more channels, by their numbers from 10,000 on. */
function addMany({ world, bob }: InWorkspace, count: number): void {
  for (let at = 0; at < count; at += 1) world.addChannel('channel', `team-${at + 10_000}`, [bob]);
}

const rowsThere = () =>
  parseFloat(screen.getByRole('list', { name: 'Channels' }).style.blockSize) / 52;
const scroller = () => screen.getByRole('list', { name: 'Channels' }).parentElement!;

function scrollTo(top: number): void {
  scroller().scrollTop = top;
  fireEvent.scroll(scroller());
}

test('channels are filtered, sorted, and looked at before one joins', async ({ page, user }) => {
  const { world, bob } = page;
  const boats = world.addChannel('channel', 'boats', [bob]);
  world.addChannel('channel', 'attic', [bob]).archived = true;
  shown(page);

  await waitFor(() => expect(names()).toEqual(['boats', 'general']));
  await user.selectOptions(screen.getByLabelText('Sort by'), 'members');
  await waitFor(() => expect(names()).toEqual(['general', 'boats']));
  const show = (kind: string) => user.selectOptions(screen.getByLabelText('Show'), kind);
  await show('mine');
  await waitFor(() => expect(names()).toEqual(['general']));
  await show('archived');
  await waitFor(() => expect(names()).toEqual(['attic']));
  await show('other');
  await waitFor(() => expect(names()).toEqual(['boats']));
  await user.click(screen.getByRole('link', { name: 'Look at boats before joining' }));
  expect(page.path()).toBe(`/w/acme/c/${boats.id}`);
  await user.type(screen.getByLabelText('Find a channel'), 'zzz');
  expect(await screen.findByText(/^No channel matches\./)).toBeTruthy();
  expect(page.calls.seen.map(({ method }) => method)).not.toContain('conversations.list');
});

test('channels that cannot be had are asked for again by a button', async ({ page, user }) => {
  const { call } = page.workspace.parts;
  const calls = vi.spyOn(page.workspace.parts, 'call').mockResolvedValue({ kind: 'unreachable' });
  shown(page);

  expect(await screen.findByText('The server does not answer.')).toBeTruthy();
  expect(screen.queryByText(/^No channel matches/)).toBeNull();
  calls.mockImplementation(call);
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByRole('link', { name: 'general' })).toBeTruthy();
  expect(screen.getByRole('alert').textContent).toBe('');
});

test('pages come as one scrolls, one ahead, and nothing is put above what is there', async ({
  page,
}) => {
  sized();
  addMany(page, 600);
  shown(page);
  await waitFor(() => expect(asked(page)).toHaveLength(2));
  await waitFor(() => expect(names()[0]).toBe('general'));
  expect(asked(page)[0]).toEqual({ exclude_archived: true, limit: 100 });
  const items = screen.getAllByRole('listitem');
  expect(items.length).toBeLessThan(100);
  expect(items[0]?.getAttribute('aria-setsize')).toBe('-1');

  page.world.addChannel('channel', 'aaa', [page.bob]);
  for (let rows = 150; rows <= 450; rows += 100) {
    scrollTo(rows * 52);
    await waitFor(() => expect(rowsThere()).toBeGreaterThan(rows + 100));
    expect(asked(page)).toHaveLength((rows + 150) / 100);
    expect(screen.getByText(`team-${9_999 + rows}`).closest('li')?.dataset.at).toBe(`${rows}`);
  }
  scrollTo(590 * 52);
  expect(await screen.findByText('team-10599')).toBeTruthy();
  expect(screen.getAllByRole('listitem')[0]?.getAttribute('aria-setsize')).toBe('601');
  expect(asked(page)).toHaveLength(7);
});

test('a page that does not come leaves those before, and is asked for again', async ({
  page,
  user,
}) => {
  sized();
  addMany(page, 250);
  page.answers['client.channels'] = ({ cursor }) =>
    cursor === undefined ? undefined : refuse('ratelimited');
  shown(page);

  const retry = await screen.findByRole('button', { name: 'Try again' });
  expect(names()[0]).toBe('general');
  const before = asked(page).length;
  scrollTo(50 * 52);
  expect(asked(page)).toHaveLength(before);
  delete page.answers['client.channels'];
  await user.click(retry);
  scrollTo(250 * 52);
  expect(await screen.findByText('team-10249')).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull();
});

test('arrows, Home and End walk through what is there', async ({ page, user }) => {
  sized();
  addMany(page, 150);
  shown(page);
  const links = await screen.findAllByRole('link');
  expect(links.filter(({ tabIndex }) => tabIndex === 0)).toEqual([links[0]]);
  links[0]?.focus();
  await user.keyboard('{ArrowDown}');
  await waitFor(() => expect(document.activeElement?.textContent).toBe('team-10000'));
  await user.keyboard('{End}');
  await waitFor(() => expect(document.activeElement?.textContent).toBe('team-10149'));
  await user.keyboard('{Home}');
  await waitFor(() => expect(document.activeElement?.textContent).toBe('general'));
});

test('what is typed filters what is there, and then the server finds the best first', async ({
  page,
}) => {
  sized();
  addMany(page, 1500);
  shown(page);
  await screen.findByText('team-10005');
  scrollTo(120 * 52);
  await waitFor(() => expect(screen.queryByText('team-10005')).toBeNull());

  const field = screen.getByLabelText('Find a channel');
  fireEvent.change(field, { target: { value: 'team-10007' } });
  expect(names()).toEqual(['team-10007']);
  expect(asked(page).at(-1)?.query).toBeUndefined();
  fireEvent.change(field, { target: { value: 'team-1' } });
  fireEvent.change(field, { target: { value: 'team-11' } });
  await waitFor(() => expect(names()[0]).toBe('team-11000'));
  expect(scroller().scrollTop).toBe(0);
  expect(asked(page).filter(({ query }) => query !== undefined && query !== 'team-11')).toEqual([]);
});

test('what was typed before the dialog is there is all that is asked for', async ({ page }) => {
  page.world.addChannel('channel', 'boats', [page.bob]);
  page.show(
    <TypedBefore value={{ current: 'boa' }}>
      <BrowseDialog onClose={() => undefined} onCreate={() => undefined} />
    </TypedBefore>,
  );
  await waitFor(() => expect(names()).toEqual(['boats']));
  expect(asked(page)).toEqual([{ query: 'boa', exclude_archived: true, limit: 100 }]);
});

test('until the server has answered, no channel is shown as archived that is not', async ({
  page,
  user,
}) => {
  sized();
  const { call } = page.workspace.parts;
  vi.spyOn(page.workspace.parts, 'call').mockImplementation(((method: string, args?: Args) =>
    args?.kind === undefined ? call(method, args) : new Promise(() => undefined)) as never);
  shown(page);
  await waitFor(() => expect(names()).toEqual(['general']));
  await user.selectOptions(screen.getByLabelText('Show'), 'mine');
  await waitFor(() => expect(names()).toEqual(['general']));
  await user.selectOptions(screen.getByLabelText('Show'), 'archived');
  expect(names()).toEqual([]);
});

test('that more channels come is told where it moves none of those that are there', async ({
  page,
}) => {
  sized();
  addMany(page, 150);
  const { call } = page.workspace.parts;
  let answerRest: () => void = () => undefined;
  vi.spyOn(page.workspace.parts, 'call').mockImplementation(((method: string, args: Args) => {
    if (args.cursor === undefined) return call(method, args);
    return new Promise((resolve) => (answerRest = () => resolve(call(method, args))));
  }) as never);
  shown(page);

  await waitFor(() => expect(names()[0]).toBe('general'));
  const told = await screen.findByText('Loading more channels');
  expect(told.closest('footer, [class*=footer]')).not.toBeNull();
  const before = names();
  answerRest();
  await waitFor(() => expect(screen.queryByText('Loading more channels')).toBeNull());
  expect(names()).toEqual(before);
});

test('whoever joins a channel has it no more among those they are not in', async ({
  page,
  user,
}) => {
  page.world.addChannel('channel', 'boats', [page.bob]);
  shown(page);
  await user.selectOptions(screen.getByLabelText('Show'), 'other');
  await waitFor(() => expect(names()).toEqual(['boats']));
  await user.click(screen.getByRole('button', { name: 'Join' }));
  await waitFor(() => expect(names()).toEqual([]));
});
