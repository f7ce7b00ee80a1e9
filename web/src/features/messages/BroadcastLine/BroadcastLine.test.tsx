// @vitest-environment happy-dom
import { cleanup, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { FakeChannel } from '../../../testing/fake/channel';
import { inWorkspace, type InWorkspace } from '../../../testing/inWorkspace';
import { useNames } from '../../names';
import { BroadcastLine } from './BroadcastLine';

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

function Shown({ thread, onOpen }: { thread: string; onOpen: () => void }) {
  const names = useNames();
  return <BroadcastLine channel={channel.id} thread={thread} names={names} onOpen={onOpen} />;
}

test('a reply that the channel sees says to what it replies, and leads there', async () => {
  const user = userEvent.setup();
  const opened: true[] = [];
  const { ts } = page.world.post(channel, page.bob, 'Where *shall* we go?\nAnd when?');
  page.workspace.pages.newest(channel.id);
  page.show(<Shown thread={ts} onOpen={() => opened.push(true)} />);
  const root = await screen.findByRole('button', { name: 'Where shall we go?' });
  expect(root.parentElement?.textContent).toBe('replied in thread: Where shall we go?');
  await user.click(root);
  expect(opened).toEqual([true]);
});

test('where the message is not known, the way is there all the same', () => {
  page.show(<Shown thread="1600000000.000001" onOpen={() => undefined} />);
  expect(screen.getByRole('button').parentElement?.textContent).toBe('replied in a Thread');
});
