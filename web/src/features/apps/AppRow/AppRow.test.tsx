// @vitest-environment happy-dom
import { screen } from '@testing-library/react';
import { expect } from 'vitest';
import '../../../i18n/enApps';
import type { AppSummary } from '../../../protocol/generated';
import type { InWorkspace } from '../../../testing/inWorkspace';
import { test } from '../../../testing/pageTest';
import { AppRow } from './AppRow';

function show(page: InWorkspace, given: Partial<AppSummary>): string[] {
  const told: string[] = [];
  const app = {
    id: 'A1',
    name: 'Builder',
    description: '',
    scopes: [],
    client_id: '1',
    created: 1,
  };
  page.show(
    <AppRow
      app={{ ...app, is_installed: true, ...given }}
      onInstall={() => told.push('install')}
      onRemove={() => told.push('remove')}
      onRotate={(secret) => told.push(secret)}
    />,
  );
  return told;
}

test('an app says what it may do; each secret of it can be replaced', async ({ page, user }) => {
  const told = show(page, { scopes: ['chat:write', 'users:read'] });

  expect(screen.getByText('2 scopes: chat:write, users:read')).toBeTruthy();
  for (const item of ['Replace signing secret', 'Replace client secret', 'Remove']) {
    await user.click(screen.getByRole('button', { name: 'Actions for Builder' }));
    await user.click(screen.getByRole('menuitem', { name: item }));
  }
  expect(told).toEqual(['signing_secret', 'client_secret', 'remove']);
});

test('one that was removed can only be installed again', async ({ page, user }) => {
  const told = show(page, { is_installed: false, scopes: ['chat:write'] });

  expect(screen.getByText('Removed')).toBeTruthy();
  expect(screen.queryByText(/chat:write/)).toBeNull();
  await user.click(screen.getByRole('button'));
  expect(told).toEqual(['install']);
});
