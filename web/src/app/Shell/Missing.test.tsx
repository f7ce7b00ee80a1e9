// @vitest-environment happy-dom
import { screen, waitFor } from '@testing-library/react';
import { expect } from 'vitest';
import { answer, channelOf } from '../../testing/fake/answers';
import type { FakeChannel } from '../../testing/fake/channel';
import type { InWorkspace } from '../../testing/inWorkspace';
import { test as base } from '../../testing/pageTest';
import Missing from './Missing';

const patient = { timeout: 5000 };

const test = base.extend('boats', async ({ page }) => {
  const { world, workspace, me, bob } = page;
  const boats = world.addChannel('channel', 'boats', [me, bob]);
  await waitFor(() => expect(workspace.store.getState().conversations[boats.id]).toBeDefined());
  workspace.show(boats.id);
  page.answers['conversations.info'] = ({ channel }) =>
    channel === boats.id ? answer({ channel: channelOf(boats, me) }) : undefined;
  return boats;
});

async function removed({ world, workspace, me, bob }: InWorkspace, channel: FakeChannel) {
  world.leave(channel, me, bob);
  await waitFor(() => expect(workspace.status.getState().departed).toBeDefined());
}

test('who is removed from a channel reads by whom, and how to come back, and joins by no key', async ({
  page,
  user,
  boats,
}) => {
  await removed(page, boats);
  page.show(<Missing asked={boats.id} />);

  const join = await screen.findByRole('button', { name: 'Join #boats' });
  expect(screen.getByRole('heading').textContent).toBe('Bob Brown removed you from #boats.');
  expect(screen.queryByText(/did not send/)).toBeNull();
  await user.keyboard(' and on{Enter}');
  expect(boats.members.has(page.me)).toBe(false);
  await user.click(join);
  await waitFor(() => expect(boats.members.has(page.me)).toBe(true));
});

test('of another conversation that is not there nothing of the removal is said', async ({
  page,
  boats,
}) => {
  await removed(page, boats);
  page.show(<Missing asked="CNONE" />);

  const said = await screen.findByRole('heading', {}, patient);
  expect(said.textContent).toBe("You can't see this, or it does not exist.");
});

test('what was begun, and what was not sent, is said to be kept', async ({ page, boats }) => {
  const { workspace } = page;
  workspace.drafts.set(`${boats.id}/1700000000.000001`, { text: 'half', mentions: [] });
  page.answers['chat.postMessage'] = () => undefined;
  await removed(page, boats);
  page.show(<Missing asked={boats.id} />);

  expect(await screen.findByText(/did not send is kept/)).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Open drafts' }).getAttribute('href')).toBe(
    '/w/acme/drafts',
  );
});
