// @vitest-environment happy-dom
import { screen, waitFor } from '@testing-library/react';
import { expect } from 'vitest';
import '../../../i18n/enBookmarks';
import type { Bookmark } from '../../../protocol/generated';
import { answer } from '../../../testing/fake/answers';
import { test } from '../../../testing/pageTest';
import { BookmarkDialog } from './BookmarkDialog';

test('an address that leads nowhere is refused until it is changed', async ({ page, user }) => {
  page.show(<BookmarkDialog channel="C1" bookmark={undefined} onClose={() => undefined} />);
  const link = screen.getByLabelText('Link');

  await user.type(link, 'javascript:x{Enter}');
  expect(link.getAttribute('aria-invalid')).toBe('true');
  await user.type(link, 'y');
  expect(link.getAttribute('aria-invalid')).not.toBe('true');
  expect(page.calls.seen.some(({ method }) => method === 'bookmarks.add')).toBe(false);
});

test('a bookmark without a name is called by its address, in 50 letters', async ({
  page,
  user,
}) => {
  const seen: unknown[] = [];
  page.answers['bookmarks.edit'] = (args) => (seen.push(args), answer({}));
  const told: boolean[] = [];
  const bookmark = { id: 'Bk1', title: 'Plan', link: 'https://acme.test/plan' } as Bookmark;
  page.show(
    <BookmarkDialog channel="C1" bookmark={bookmark} onClose={(done) => told.push(done)} />,
  );

  await user.clear(screen.getByLabelText('Name'));
  await user.type(screen.getByLabelText('Link'), `/${'x'.repeat(60)}/{Enter}`);
  await waitFor(() => expect(told).toEqual([true]));
  const title = `acme.test/plan/${'x'.repeat(60)}`.slice(0, 50);
  expect(seen).toMatchObject([{ channel_id: 'C1', bookmark_id: 'Bk1', title }]);
});

test('the emoji of a bookmark is taken off, and the focus stays beside it', async ({
  page,
  user,
}) => {
  const seen: unknown[] = [];
  page.answers['bookmarks.edit'] = ({ emoji }) => (seen.push(emoji), answer({}));
  const told: boolean[] = [];
  const bookmark = { id: 'Bk1', title: 'Plan', link: 'https://acme.test/plan', emoji: ':eyes:' };
  page.show(
    <BookmarkDialog
      channel="C1"
      bookmark={bookmark as Bookmark}
      onClose={(done) => told.push(done)}
    />,
  );

  await user.click(screen.getByRole('button', { name: 'No emoji' }));
  expect(screen.queryByRole('button', { name: 'No emoji' })).toBeNull();
  const picks = screen.getByRole('button', { name: 'Emoji before the name' });
  expect(document.activeElement).toBe(picks);
  await user.click(screen.getByRole('button', { name: 'Save' }));
  await waitFor(() => expect(told).toEqual([true]));
  expect(seen).toEqual(['']);
});
