// @vitest-environment happy-dom
import { cleanup, screen } from '@testing-library/react';
import { expect } from 'vitest';
import { useFormats } from '../../../i18n/formats';
import type { Message } from '../../../protocol/generated';
import { alice, bob, message } from '../../../testing/builders';
import type { InWorkspace } from '../../../testing/inWorkspace';
import { test } from '../../../testing/pageTest';
import { namesOf, tellingActions } from '../../../testing/rows';
import { MessageRow } from './MessageRow';

interface Given {
  head?: boolean;
  inThread?: boolean;
  editing?: boolean;
  mentionsMe?: boolean;
  near?: boolean;
}

const names = namesOf();

function show(page: InWorkspace, said: Partial<Message> & { onlyForMe?: true }, given: Given = {}) {
  const { told, actions } = tellingActions();
  const usual = { head: true, inThread: false, editing: false, mentionsMe: false, near: false };
  const how = { ...usual, ...given };
  function Shown() {
    return (
      <MessageRow
        message={message(said)}
        channel="C1"
        self={alice.id}
        names={names}
        formats={useFormats()}
        refused={undefined}
        actions={actions}
        rowId="row"
        {...how}
      />
    );
  }
  const { container } = page.show(<Shown />);
  return { told, row: container.firstElementChild as HTMLElement };
}

const words = (id: string) => document.getElementById(`row-${id}`)?.textContent;

test('the first message of a group shows who wrote it and when; its parts have names', ({
  page,
}) => {
  const { row } = show(page, { text: 'To the *lake*' });

  expect(words('author')).toBe('Bob');
  expect(words('body')).toBe('To the lake');
  expect(row.querySelectorAll('time')).toHaveLength(1);
  expect(row.querySelector('time')?.dateTime).toBe('2023-11-14T22:13:20.000Z');
  expect(row.querySelector('[data-hue]')).not.toBeNull();
});

test('one that goes on has no face; its author is there for those who listen', ({ page }) => {
  const { row } = show(page, { text: 'And back' }, { head: false });

  expect(row.querySelector('[data-hue]')).toBeNull();
  expect(row.querySelectorAll('time')).toHaveLength(1);
  expect(words('author')).toBe('Bob');
  expect(document.getElementById('row-author')?.closest('.hidden-text')).not.toBeNull();
});

test('what names me is marked, what was edited says so with its time, an app says what it is', ({
  page,
}) => {
  const edited = { user: bob.id, ts: '1700000100.000000' };
  const { row } = show(
    page,
    { text: 'Lunch?', edited, bot_id: 'B1', username: 'Diner' },
    { mentionsMe: true },
  );

  expect(row.dataset.mention).toBe('true');
  expect(words('author')).toBe('Diner');
  expect(screen.getByText('App')).toBeTruthy();
  expect(screen.getByText('(edited)').title).toMatch(/^Edited .*2023/);
});

test('a reply that the channel sees leads to its thread, in the thread itself not', async ({
  page,
  user,
}) => {
  const reply = { subtype: 'thread_broadcast', thread_ts: '1600000000.000001' } as const;
  const { told } = show(page, reply);

  await user.click(screen.getByText('Thread'));
  expect(told).toEqual([['thread', '1600000000.000001', '1700000000.000001']]);
});

test('in its thread nothing leads there', ({ page }) => {
  const root = { thread_ts: '1700000000.000001', reply_count: 3 };
  show(page, { ...root, subtype: 'thread_broadcast' }, { inThread: true });

  expect(screen.queryByRole('button', { name: /replies/ })).toBeNull();
  expect(screen.queryByText('Thread')).toBeNull();
});

test('what can be done with it is there while the pointer or the focus is, and not before', async ({
  page,
}) => {
  show(page, {});
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(screen.queryByRole('toolbar')).toBeNull();

  cleanup();
  show(page, {}, { near: true });
  expect(await screen.findByRole('toolbar')).toBeTruthy();
});

test('what is whispered says so, and nothing can be done with it', async ({ page }) => {
  show(page, { text: 'psst', onlyForMe: true }, { near: true });
  await new Promise((resolve) => setTimeout(resolve, 20));

  expect(words('body')).toMatch(/^Only visible to you.*psst$/);
  expect(screen.queryByRole('toolbar')).toBeNull();
});

test('one that is edited gives way to the editor', async ({ page }) => {
  show(page, { text: 'Draft' }, { editing: true, near: true });

  expect(await screen.findByRole('textbox')).toBeTruthy();
  expect(document.getElementById('row-body')).toBeNull();
  expect(screen.queryByRole('toolbar')).toBeNull();
});
