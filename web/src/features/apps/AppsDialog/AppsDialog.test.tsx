// @vitest-environment happy-dom
import { screen, waitFor } from '@testing-library/react';
import { expect } from 'vitest';
import { answer, refuse } from '../../../testing/fake/answers';
import type { InWorkspace } from '../../../testing/inWorkspace';
import { test } from '../../../testing/pageTest';
import { AppsDialog } from './AppsDialog';

const builder = {
  id: 'A1',
  client_id: '1.2',
  created: 1_700_000_000,
  description: '',
  is_installed: true,
  name: 'Builder',
  scopes: ['chat:write'],
};

function show({ answers, show: render, world }: InWorkspace) {
  const [general] = world.channels.keys();
  const held = {
    apps: [builder],
    webhooks: [{ id: 'W1', app: 'A1', channel: general ?? '', created: 1_700_000_000 }],
  };
  answers['client.apps.list'] = () => answer({ apps: held.apps });
  answers['client.webhooks.list'] = () => answer({ webhooks: held.webhooks });
  render(<AppsDialog onClose={() => undefined} />);
  return held;
}

test('a new secret is asked for twice, and shown once', async ({ page, user }) => {
  const held = show(page);
  const seen: unknown[] = [];
  page.answers['client.apps.rotate'] = (args) =>
    seen.push(args) === 1
      ? refuse('not_allowed')
      : answer({ app: held.apps[0], secrets: { bot_token: 'xoxb-new' } });

  await user.click(await screen.findByRole('button', { name: 'Actions for Builder' }));
  await user.click(screen.getByRole('menuitem', { name: 'Replace bot token' }));
  expect(seen).toEqual([]);
  await user.click(screen.getByRole('button', { name: 'Replace' }));
  const question = screen.getByRole('dialog', { name: 'Replace a secret of Builder?' });
  await waitFor(() => expect(question.querySelector('[role=alert]')?.textContent).not.toBe(''));
  await user.click(screen.getByRole('button', { name: 'Replace' }));
  expect(await screen.findByDisplayValue('xoxb-new')).toBeTruthy();
  expect(seen).toContainEqual({ app: 'A1', secret: 'bot_token' });
  await user.click(screen.getByRole('button', { name: 'Done' }));
  expect(screen.queryByDisplayValue('xoxb-new')).toBeNull();
});

test('an app is removed after a question, and may be installed again', async ({ page, user }) => {
  const held = show(page);
  page.answers['client.apps.remove'] = () => {
    held.apps = [{ ...builder, is_installed: false }];
    return answer({});
  };
  const installed: unknown[] = [];
  page.answers['client.apps.install'] = (args) => (installed.push(args), answer({}));

  await user.click(await screen.findByRole('button', { name: 'Actions for Builder' }));
  await user.click(screen.getByRole('menuitem', { name: 'Remove' }));
  await user.click(screen.getByRole('button', { name: 'Remove' }));
  await user.click(await screen.findByRole('button', { name: 'Install again' }));
  expect(installed).toEqual([{ app: 'A1' }]);
});

test('a webhook is revoked; where there is nothing a sentence says so', async ({ page, user }) => {
  const held = show(page);
  page.answers['client.webhooks.revoke'] = ({ webhook }) => {
    held.webhooks = held.webhooks.filter(({ id }) => id !== webhook);
    held.apps = [];
    return answer({});
  };

  expect(await screen.findByText(/^Builder · made on the server/)).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Revoke the webhook of #general' }));
  await user.click(screen.getByRole('button', { name: 'Revoke' }));
  expect(await screen.findByText(/^No webhooks\./)).toBeTruthy();
  expect(screen.getByText(/^No apps yet\./)).toBeTruthy();
});

test('apps that do not come are not said to be none', async ({ page }) => {
  page.answers['client.apps.list'] = () => refuse('ratelimited');
  page.answers['client.webhooks.list'] = () => refuse('ratelimited');
  page.show(<AppsDialog onClose={() => undefined} />);

  await waitFor(() => expect(screen.getByRole('alert').textContent).not.toBe(''));
  expect(screen.queryByText(/^No apps yet\./)).toBeNull();
  expect(screen.queryByText(/^No webhooks\./)).toBeNull();
});
