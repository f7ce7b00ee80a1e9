// @vitest-environment happy-dom
import { screen, waitFor } from '@testing-library/react';
import { expect } from 'vitest';
import { prefer } from '../../../app/preferences';
import type { Message } from '../../../protocol/generated';
import { message } from '../../../testing/builders';
import { namesOf, tellingActions } from '../../../testing/rows';
import type { InWorkspace } from '../../../testing/inWorkspace';
import { test } from '../../../testing/pageTest';
import type { RowActions } from '../MessageRow/MessageRow';
import { Toolbar } from './Toolbar';

interface Given {
  message?: Partial<Message>;
  inThread?: boolean;
  starred?: boolean;
}

function show(page: InWorkspace, { inThread = false, starred = false, ...given }: Given = {}) {
  const { told, actions } = tellingActions();
  const shown = message(given.message);
  page.show(<Toolbar message={shown} names={namesOf()} {...{ inThread, starred, actions }} />);
  return told;
}

const labels = () => screen.getAllByRole('button').map((each) => each.getAttribute('aria-label'));

test('the favourites react at once; the rest is one click away', async ({ page, user }) => {
  const told = show(page, { message: { ts: '9.000000', thread_ts: '7.000000' } });
  const [first] = labels();

  await user.click(screen.getByRole('button', { name: first ?? '' }));
  await user.click(screen.getByRole('button', { name: 'Add a reaction' }));
  await user.click(screen.getByRole('button', { name: 'Reply in thread' }));
  await user.click(screen.getByRole('button', { name: 'More actions' }));
  expect(first).toMatch(/^React with :.+:$/);
  expect(told.map(([what]) => what)).toEqual(['react', 'pick', 'reply', 'menu']);
  expect(told[0]?.[2]).toBe(first?.replace(/^React with :|:$/g, ''));
  expect(told[2]?.[1]).toMatchObject({ thread_ts: '7.000000' });
});

test('where nothing can be given or answered, what was answered can be read', async ({
  page,
  user,
}) => {
  const { told, actions } = tellingActions();
  const some = { thread: actions.thread, star: actions.star, menu: actions.menu };
  const given = { names: namesOf(), inThread: false, starred: false };
  const shown = (of: Partial<Message>) => (
    <Toolbar {...given} message={message(of)} actions={some as RowActions} />
  );
  const { rerender } = page.show(shown({}));
  expect(labels()).toEqual(['Save for later', 'More actions']);

  rerender(shown({ ts: '7.000000', reply_count: 2 }));
  expect(labels()).toEqual(['Open thread', 'Save for later', 'More actions']);
  await user.click(screen.getByRole('button', { name: 'Open thread' }));
  expect(told).toEqual([['thread', '7.000000']]);
});

test('in a thread nothing leads there; what is saved is taken back', async ({ page, user }) => {
  const told = show(page, { inThread: true, starred: true });

  expect(labels()).not.toContain('Reply in thread');
  await user.click(screen.getByRole('button', { name: 'Take from what is saved', pressed: true }));
  expect(told.map(([what]) => what)).toEqual(['star']);
});

test('the favourites react in the skin tone that is preferred', async ({
  page,
  user,
  onTestFinished,
}) => {
  onTestFinished(() => prefer('skinTone', 'none'));
  prefer('skinTone', '4');
  const told = show(page);

  await user.click(screen.getAllByRole('button')[0]!);
  await waitFor(() => expect(told).toHaveLength(1));
  expect(told[0]?.slice(0, 1)).toEqual(['react']);
  expect(told[0]?.[2]).toBe('+1::skin-tone-4');
  await waitFor(() => expect(labels()).toContain('React with :+1::skin-tone-4:'));
  await user.click(screen.getByRole('button', { name: /:tada:/ }));
  expect(told[1]?.[2]).toBe('tada');
});
