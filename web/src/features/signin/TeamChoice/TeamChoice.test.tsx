// @vitest-environment happy-dom
import { screen } from '@testing-library/react';
import { expect } from 'vitest';
import '../../../i18n/enSignIn';
import { test } from '../../../testing/pageTest';
import { TeamChoice } from './TeamChoice';

test('a workspace is told apart by its address, and chosen by its id', async ({ page, user }) => {
  const told: string[] = [];
  const teams = [
    { id: 'T1', name: 'Acme', domain: 'acme' },
    { id: 'T2', name: 'Acme', domain: 'acme-labs' },
  ];
  page.show(
    <TeamChoice
      teams={teams}
      problem="The server does not answer."
      onPick={(id) => told.push(id)}
      onBack={() => told.push('back')}
    />,
  );

  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Acme acme' }));
  expect(screen.getByRole('alert').textContent).toBe('The server does not answer.');
  await user.click(screen.getByRole('button', { name: /acme-labs/ }));
  await user.click(screen.getByRole('button', { name: 'Use another account' }));
  expect(told).toEqual(['T2', 'back']);
});
