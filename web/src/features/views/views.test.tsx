// @vitest-environment happy-dom
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { answer } from '../../testing/fake/answers';
import { inWorkspace, type InWorkspace } from '../../testing/inWorkspace';
import DraftsView from './Drafts/DraftsView';
import UnreadsView from './Unreads/UnreadsView';

let page: InWorkspace;
beforeEach(async () => {
  page = await inWorkspace();
});
afterEach(async () => {
  cleanup();
  await page.close();
});

const knows = (id: string) =>
  waitFor(() => {
    const held = page.workspace.store.getState().conversations[id];
    expect(held?.message_number).toBeGreaterThan(0);
  });

test('unreads are read by R, one after the other, until nothing is left', async () => {
  const user = userEvent.setup();
  const { world, me, bob, workspace } = page;
  const one = world.addChannel('channel', 'one', [me, bob]);
  const two = world.addChannel('channel', 'two', [me, bob]);
  world.post(one, bob, 'first things');
  await new Promise((resolve) => setTimeout(resolve, 5));
  world.post(two, bob, 'second things');
  await knows(two.id);
  page.show(<UnreadsView />);

  expect(await screen.findByText('second things')).toBeTruthy();
  const blocks = () =>
    screen.queryAllByRole('region').map((each) => each.getAttribute('aria-label'));
  expect(blocks()).toEqual(['#two', '#one']);
  await user.click(screen.getByRole('button', { name: 'Show or hide #two' }));
  expect(screen.queryByText('second things')).toBeNull();

  screen.getByRole('link', { name: '#two' }).focus();
  await user.keyboard('r');
  await waitFor(() => expect(blocks()).toEqual(['#one']));
  expect(document.activeElement?.textContent).toBe('#one');
  await user.keyboard('{Enter}');
  expect(page.path()).toBe(`/w/acme/c/${one.id}`);
  await user.keyboard('r');
  await waitFor(() => expect(blocks()).toEqual([]));
  expect(screen.getByText("You're up to date.")).toBeTruthy();
  expect(workspace.store.getState().ops.map(({ kind }) => kind)).toEqual(['read', 'read']);
});

test('drafts, what goes out later and what was not sent stand in one place', async () => {
  const user = userEvent.setup();
  const { world, me, bob, workspace, answers } = page;
  const channel = world.addChannel('channel', 'one', [me, bob]);
  await waitFor(() => expect(workspace.store.getState().conversations[channel.id]).toBeDefined());
  let scheduled = [{ id: 'Q1', channel_id: channel.id, post_at: 4_000_000_000, text: 'later on' }];
  answers['chat.scheduledMessages.list'] = () => answer({ scheduled_messages: scheduled });
  answers['chat.deleteScheduledMessage'] = () => ((scheduled = []), answer({}));
  workspace.drafts.set(channel.id, { text: 'half a tho', mentions: [] });
  world.channels.get(channel.id)!.archived = true;
  workspace.outbox.send({ channel: channel.id, text: 'too late' });
  page.show(<DraftsView />);

  const part = (title: string) => screen.getByText(title).closest('section')!;
  expect(within(part('Begun')).getByText('half a tho')).toBeTruthy();
  expect(await screen.findByText('later on')).toBeTruthy();
  expect(await screen.findByText('The channel is archived.')).toBeTruthy();

  world.channels.get(channel.id)!.archived = false;
  await user.click(screen.getByRole('button', { name: 'Retry all' }));
  await waitFor(() => expect(screen.queryByText('too late')).toBeNull());
  expect(channel.messages.at(-1)?.text).toBe('too late');
  await user.click(within(part('Scheduled')).getByRole('button', { name: 'Delete' }));
  await waitFor(() => expect(screen.queryByText('later on')).toBeNull());
  await user.click(screen.getByRole('button', { name: 'Delete draft' }));
  expect(screen.getByText('Nothing begun, nothing scheduled, all sent.')).toBeTruthy();
});
