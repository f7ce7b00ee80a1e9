// @vitest-environment happy-dom
import { cleanup, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Bookmark } from '../../../protocol/generated';
import { answer, refuse } from '../../../testing/fake/answers';
import { inWorkspace, type InWorkspace } from '../../../testing/inWorkspace';
import { About } from '../../details/About/About';
import { Bookmarks } from './Bookmarks';

let page: InWorkspace;
let bookmarks: Bookmark[];
beforeEach(async () => {
  page = await inWorkspace();
  bookmarks = [];
  page.answers['bookmarks.list'] = () => answer({ bookmarks });
  page.answers['bookmarks.add'] = ({ title, link, emoji }) => {
    if (title === 'no') return refuse('too_many_bookmarks');
    bookmarks = [...bookmarks, { id: 'Bk1', title, link, emoji } as unknown as Bookmark];
    return answer({});
  };
});
afterEach(async () => {
  cleanup();
  await page.close();
});

const general = () => Object.values(page.workspace.store.getState().conversations)[0]!;

test('links are put up, opened in a tab of their own, changed and removed', async () => {
  const user = userEvent.setup();
  bookmarks = [{ id: 'Bk0', title: 'Plan', link: 'https://acme.test/plan' } as Bookmark];
  page.answers['bookmarks.edit'] = ({ title }) => {
    bookmarks = bookmarks.map((each) => ({ ...each, title: String(title) }));
    return answer({});
  };
  page.answers['bookmarks.remove'] = () => ((bookmarks = []), answer({}));
  page.show(<Bookmarks conversation={general()} />);

  const link = await screen.findByRole('link', { name: 'Plan' });
  expect(link.getAttribute('target')).toBe('_blank');
  await user.click(screen.getByRole('button', { name: 'Change or remove Plan' }));
  await user.click(screen.getByRole('menuitem', { name: 'Edit…' }));
  await user.clear(screen.getByLabelText('Name'));
  await user.type(screen.getByLabelText('Name'), 'Road map{Enter}');
  expect(await screen.findByRole('link', { name: 'Road map' })).toBeTruthy();

  await user.click(screen.getByRole('button', { name: 'Change or remove Road map' }));
  await user.click(screen.getByRole('menuitem', { name: 'Remove' }));
  await waitFor(() => expect(screen.queryByRole('navigation')).toBeNull());
});

test('what another person changes of a link is what is edited; what is typed outlasts its removal', async () => {
  const user = userEvent.setup();
  bookmarks = [{ id: 'Bk0', title: 'Plan', link: 'https://acme.test/plan' } as Bookmark];
  page.answers['bookmarks.edit'] = () => refuse('not_found');
  const { pages, store } = page.workspace;
  const channel = general().id;
  pages.newest(channel);
  await waitFor(() => expect(store.getState().histories[channel]).toBeDefined());
  page.show(<Bookmarks conversation={general()} />);

  await user.click(await screen.findByRole('button', { name: 'Change or remove Plan' }));
  bookmarks = [{ ...bookmarks[0]!, title: 'Route' }];
  page.world.log(channel, { type: 'bookmark_changed', channel, bookmark: bookmarks[0]! });
  expect(await screen.findByRole('link', { name: 'Route' })).toBeTruthy();
  await user.click(screen.getByRole('menuitem', { name: 'Edit…' }));
  await user.type(screen.getByRole('textbox', { name: 'Name' }), ' B');
  bookmarks = [];
  page.world.log(channel, { type: 'bookmark_removed', channel, bookmark_id: 'Bk0' });
  await waitFor(() => expect(screen.queryByRole('link', { name: 'Route' })).toBeNull());
  await user.keyboard('{Enter}');
  expect(await screen.findByText('It is not there any more.')).toBeTruthy();
  expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Name' }).value).toBe('Route B');
});

test('the first link is put up in the details; one that leads nowhere is not', async () => {
  const user = userEvent.setup();
  page.show(<About conversation={general()} name="general" />);
  await user.click(screen.getByRole('button', { name: 'Add a bookmark' }));
  await user.type(screen.getByLabelText('Link'), 'javascript:x{Enter}');
  expect(screen.getByText(/^Give an address/)).toBeTruthy();
  await user.clear(screen.getByLabelText('Link'));
  await user.type(screen.getByLabelText('Link'), 'acme.test/plan');
  await user.type(screen.getByLabelText('Name'), 'no{Enter}');
  expect(await screen.findByText(/^There are as many bookmarks/)).toBeTruthy();
  await user.clear(screen.getByLabelText('Name'));
  await user.keyboard('{Enter}');
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(bookmarks).toMatchObject([{ title: 'acme.test/plan', link: 'https://acme.test/plan' }]);
});
