// @vitest-environment happy-dom
import { cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Message } from '../../../protocol/generated';
import { message } from '../../../testing/builders';
import { inWorkspace, type InWorkspace } from '../../../testing/inWorkspace';
import type { RowActions } from '../MessageRow/MessageRow';
import { RowMenu } from './RowMenu';

let page: InWorkspace;
let told: unknown[][];
beforeEach(async () => {
  page = await inWorkspace();
  told = [];
});
afterEach(async () => {
  cleanup();
  await page.close();
});

/** Notes whatever is asked of it. */
const actions = () =>
  new Proxy({} as RowActions, {
    get:
      (_, name: string) =>
      (...args: unknown[]) =>
        told.push([name, ...args]),
  });

interface Given {
  message?: Partial<Message>;
  kind?: 'more' | 'remind';
  own?: boolean;
  inThread?: boolean;
}

function show({ message: given = {}, kind = 'more', own = false, inThread = false }: Given) {
  page.show(
    <RowMenu
      kind={kind}
      message={message(given)}
      channel="C1"
      anchor={document.body}
      at={undefined}
      own={own}
      inThread={inThread}
      actions={actions()}
      onClose={() => told.push(['close'])}
    />,
  );
}

const items = () =>
  screen.getAllByRole('menuitem').map((each) => each.querySelector('span')!.textContent);

test('a message of others has all but what changes it', () => {
  show({});
  expect(items()).toEqual([
    'Reply in thread',
    'Add a reaction…',
    'Save for later',
    'Pin to this conversation',
    'Mark unread from here',
    'Remind me…',
    'Copy link',
    'Copy text',
  ]);
});

test('in its thread an own message can be changed but not answered', () => {
  show({ own: true, inThread: true, message: { pinned_to: ['C1'] } });
  expect(items()).toContain('Unpin');
  expect(items()).not.toContain('Reply in thread');
  expect(items()).not.toContain('Mark unread from here');
  expect(items().slice(-2)).toEqual(['Edit', 'Delete…']);
});

test('what is chosen is done once the menu is closed; of a reply its thread is opened', async () => {
  const user = userEvent.setup();
  show({ message: { thread_ts: '1600000000.000001' } });
  await user.click(screen.getByRole('menuitem', { name: 'Reply in thread' }));
  expect(told).toEqual([['close'], ['thread', '1600000000.000001']]);
});

test('times to be reminded at are to come, and are told in words', async () => {
  const user = userEvent.setup();
  const before = Date.now();
  show({ kind: 'remind' });
  expect(items()).toHaveLength(5);
  await user.click(screen.getByRole('menuitem', { name: /^In 20 minutes/ }));
  const [, [name, , atMs, words]] = told as [unknown, [string, Message, number, string]];
  expect(name).toBe('remind');
  expect(atMs).toBeGreaterThanOrEqual(before + 19 * 60_000);
  expect(words).toMatch(/^You will be reminded: /);
});
