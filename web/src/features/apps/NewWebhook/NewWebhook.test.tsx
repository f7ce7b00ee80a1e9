// @vitest-environment happy-dom
import { screen, waitFor } from '@testing-library/react';
import { expect } from 'vitest';
import type { AppSummary } from '../../../protocol/generated';
import { answer, refuse } from '../../../testing/fake/answers';
import type { InWorkspace } from '../../../testing/inWorkspace';
import { test } from '../../../testing/pageTest';
import { NewWebhook } from './NewWebhook';

const appOf = (id: string, name: string, is_installed: boolean) =>
  ({ id, name, is_installed }) as AppSummary;
const apps = [appOf('A1', 'Builder', true), appOf('A2', 'Gone', false)];

function show({ show: render, workspace }: InWorkspace): string[] {
  const told: string[] = [];
  render(
    <NewWebhook
      apps={apps}
      change={workspace.parts.call}
      onMade={({ url }) => told.push(url)}
      onClose={() => undefined}
    />,
  );
  return told;
}

test('a webhook posts to a channel of one’s own, as an app that is installed', async ({
  page,
  user,
}) => {
  const { world, me, bob, workspace } = page;
  const boats = world.addChannel('private', 'boats', [me, bob]);
  world.addChannel('im', undefined, [me, bob]);
  world.addChannel('channel', 'elsewhere', [bob]);
  await waitFor(() =>
    expect(Object.keys(workspace.store.getState().conversations)).toHaveLength(3),
  );
  const seen: unknown[] = [];
  page.answers['client.webhooks.create'] = (args) =>
    seen.push(args) === 1 ? refuse('not_allowed') : answer({ url: 'https://hooks.test/1' });
  const told = show(page);
  const options = (label: string) =>
    [...screen.getByLabelText<HTMLSelectElement>(label).options].map(({ text }) => text);

  expect(options('Posts to')).toEqual(['#boats', '#general']);
  expect(options('Posts as')).toEqual(['Incoming webhooks', 'Builder']);
  await user.click(screen.getByRole('button', { name: 'Create' }));
  expect(screen.getByRole('alert').textContent).not.toBe('');
  await user.selectOptions(screen.getByLabelText('Posts as'), 'Builder');
  await user.click(screen.getByRole('button', { name: 'Create' }));
  await waitFor(() => expect(told).toEqual(['https://hooks.test/1']));
  expect(seen).toEqual([{ channel: boats.id }, { channel: boats.id, app: 'A1' }]);
});

test('who is in no channel can make none', async ({ page }) => {
  const { world, me, workspace } = page;
  for (const channel of world.channels.values()) world.leave(channel, me);
  await waitFor(() => expect(workspace.store.getState().conversations).toEqual({}));
  show(page);

  expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Create' }).disabled).toBe(true);
});
