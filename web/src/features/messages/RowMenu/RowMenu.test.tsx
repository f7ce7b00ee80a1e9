// @vitest-environment happy-dom
import { cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest';
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
  anchor?: HTMLElement;
  actions?: RowActions;
}

function show(shown: Given) {
  const { message: given = {}, kind = 'more', own = false, inThread = false } = shown;
  page.show(
    <RowMenu
      kind={kind}
      message={message(given)}
      channel="C1"
      anchor={shown.anchor ?? document.body}
      at={undefined}
      own={own}
      inThread={inThread}
      actions={shown.actions ?? actions()}
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
  const answered = expect.objectContaining({ thread_ts: '1600000000.000001' }) as unknown;
  expect(told).toEqual([['close'], ['reply', answered]]);
});

test('what cannot be done with a message says why, and does nothing', async () => {
  const user = userEvent.setup();
  const { thread, star, erase } = actions();
  show({ own: true, actions: { thread, star, erase } as RowActions });
  const barred = screen
    .getAllByRole('menuitem')
    .filter((each) => each.hasAttribute('aria-disabled'));
  expect(barred.map(({ textContent }) => textContent)).toEqual([
    'Reply in threadArchived',
    'Add a reaction…Archived',
    'Pin to this conversationArchived',
    'EditArchived',
  ]);
  expect(document.activeElement?.textContent).toContain('Save for later');
  for (const item of barred) await user.click(item);
  expect(told).toEqual([]);
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

const left = () => screen.getByRole('menu').parentElement!.style.left;

/** The row of a message, from 100 to 900 px, with the toolbar at its end if it is there. */
function rowWith({ toolbar, dir = 'ltr' }: { toolbar?: DOMRect; dir?: 'ltr' | 'rtl' }) {
  const row = document.createElement('div');
  row.style.direction = dir;
  vi.spyOn(row, 'getBoundingClientRect').mockReturnValue(new DOMRect(100, 200, 800, 40));
  if (toolbar !== undefined) {
    const bar = row.appendChild(document.createElement('div'));
    bar.setAttribute('role', 'toolbar');
    vi.spyOn(bar, 'getBoundingClientRect').mockReturnValue(toolbar);
  }
  document.body.append(row);
  onTestFinished(() => row.remove());
  return row;
}

test('the menu stands below the toolbar of its message', () => {
  show({ anchor: rowWith({ toolbar: new DOMRect(700, 190, 190, 30) }) });
  expect(left()).toBe('700px');
});

test('without a toolbar the menu stands at the end of its message, too', () => {
  show({ anchor: rowWith({}) });
  expect(left()).toBe('660px');
  cleanup();
  show({ anchor: rowWith({ toolbar: new DOMRect(0, 0, 0, 0) }) });
  expect(left()).toBe('660px');
});

test('from right to left the end of a message is at the left', () => {
  show({ anchor: rowWith({ dir: 'rtl' }) });
  expect(left()).toBe('100px');
});
