// @vitest-environment happy-dom
import { screen, waitFor } from '@testing-library/react';
import { expect, vi } from 'vitest';
import { test } from '../../../testing/pageTest';
import { answer, channelOf } from '../../../testing/fake/answers';
import { BrowseDialog } from './BrowseDialog';

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

test('all pages are read, however many, and a page that does not come is no end', async ({
  page,
  user,
}) => {
  const [general] = [...page.world.channels.values()];
  const pages = 25;
  let broken = true;
  page.answers['conversations.list'] = ({ cursor }) => {
    const at = typeof cursor === 'string' ? Number(cursor) : 0;
    if (broken && at === 3) return { body: { ok: false, error: 'ratelimited' } };
    const channel = { ...channelOf(general!, page.me), id: `C${at}`, name: `channel-${at}` };
    const next_cursor = at < pages - 1 ? String(at + 1) : '';
    return answer({ channels: [channel], response_metadata: { next_cursor } });
  };
  page.show(<BrowseDialog onClose={() => undefined} onCreate={() => undefined} />);

  await user.click(await screen.findByRole('button', { name: 'Try again' }));
  expect(screen.queryAllByRole('link')).toHaveLength(0);
  broken = false;
  await user.click(await screen.findByRole('button', { name: 'Try again' }));
  await waitFor(() => expect(screen.getAllByRole('link')).toHaveLength(pages));
});
