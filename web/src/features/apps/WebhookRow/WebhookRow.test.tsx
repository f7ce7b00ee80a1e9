// @vitest-environment happy-dom
import { screen } from '@testing-library/react';
import { expect } from 'vitest';
import '../../../i18n/enApps';
import type { Webhook } from '../../../protocol/generated';
import { test } from '../../../testing/pageTest';
import { WebhookRow } from './WebhookRow';

test('a webhook says who made it, and hides the name of a channel one is not in', async ({
  page,
  user,
}) => {
  const [general = ''] = page.world.channels.keys();
  const told: string[] = [];
  const made = { app: 'A1', created: 1_700_000_000 };
  const show = (webhook: Webhook) =>
    page.show(
      <WebhookRow webhook={webhook} app="Builder" onRevoke={() => told.push(webhook.id)} />,
    );
  show({ ...made, id: 'W1', channel: general, created_by: page.me });
  show({ ...made, id: 'W2', channel: 'C9' });

  expect(screen.getByText(/^Builder · made by Alice Adams, /)).toBeTruthy();
  expect(screen.getByText(/^Builder · made on the server, /)).toBeTruthy();
  await user.click(screen.getByRole('button', { name: /Revoke the webhook of A channel you/ }));
  await user.click(screen.getByRole('button', { name: 'Revoke the webhook of #general' }));
  expect(told).toEqual(['W2', 'W1']);
});
