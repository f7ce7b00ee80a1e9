// @vitest-environment happy-dom
import { cleanup, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { useFormats } from '../../../i18n/formats';
import type { Message } from '../../../protocol/generated';
import { message } from '../../../testing/builders';
import type { FakeChannel } from '../../../testing/fake/channel';
import { inWorkspace, type InWorkspace } from '../../../testing/inWorkspace';
import { useNames } from '../../names';
import { ThreadLine } from './ThreadLine';

let page: InWorkspace;
let channel: FakeChannel;
beforeEach(async () => {
  page = await inWorkspace();
  channel = page.world.addChannel('channel', 'boats', [page.me, page.bob]);
  await waitFor(() =>
    expect(page.workspace.store.getState().conversations[channel.id]).toBeDefined(),
  );
});
afterEach(async () => {
  cleanup();
  await page.close();
});

function Shown({ given, onOpen }: { given: Partial<Message>; onOpen: () => void }) {
  return (
    <ThreadLine
      message={message(given)}
      channel={channel.id}
      names={useNames()}
      formats={useFormats()}
      onOpen={onOpen}
    />
  );
}

test('a message without replies has no line', () => {
  page.show(<Shown given={{}} onOpen={() => undefined} />);
  expect(screen.queryByRole('button')).toBeNull();
});

test('the line says how many replied and when, shows four faces at most, and opens the thread', async () => {
  const user = userEvent.setup();
  const opened: true[] = [];
  const reply_users = ['U7', 'U8', 'U9', 'UA', 'UB'];
  const given = { reply_count: 12, reply_users, latest_reply: '1700000100.000001' };
  page.show(<Shown given={given} onOpen={() => opened.push(true)} />);
  const line = screen.getByRole('button', { name: /^12 replies/ });
  expect(line.textContent).toMatch(/Last reply /);
  expect(line.querySelectorAll('[data-hue]')).toHaveLength(4);
  await user.click(line);
  expect(opened).toEqual([true]);
});

test('replies that one has not read are told, also to those who do not see the dot', async () => {
  const given = { ts: '1700000000.000001', reply_count: 2 };
  page.show(<Shown given={given} onOpen={() => undefined} />);
  expect(screen.queryByText('Unread replies')).toBeNull();
  page.world.log(page.me, {
    type: 'thread_marked',
    channel: channel.id,
    thread_ts: given.ts,
    following: true,
    read_ts: given.ts,
    read_number: 0,
    reply_number: 2,
    deleted_after: 0,
    position: page.world.head(channel.id),
  });
  expect(await screen.findByText('Unread replies')).toBeTruthy();
});
