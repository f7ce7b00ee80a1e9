// @vitest-environment happy-dom
import { act, screen } from '@testing-library/react';
import { expect } from 'vitest';
import { bob } from '../../../testing/builders';
import type { InWorkspace } from '../../../testing/inWorkspace';
import { test } from '../../../testing/pageTest';
import { StatusMark } from './StatusMark';

function show({ workspace, show: render }: InWorkspace, endsInSeconds: number): void {
  const said = {
    status_emoji: ':tada:',
    status_text: 'Party',
    status_expiration: Math.floor(Date.now() / 1000) + endsInSeconds,
  };
  act(() => workspace.store.setState({ people: { [bob.id]: { ...bob, ...said } } }));
  render(<StatusMark user={bob.id} />);
}

test('what somebody is at is said in words beside the name', async ({ page }) => {
  show(page, 3600);

  expect(await screen.findByRole('img', { name: 'Party' })).toBeTruthy();
});

test('what is over is not shown', async ({ page }) => {
  show(page, 3600);
  await screen.findByRole('img', { name: 'Party' });
  act(() =>
    page.workspace.store.setState({
      people: { [bob.id]: { ...bob, status_emoji: ':tada:', status_expiration: 1 } },
    }),
  );

  expect(screen.queryByRole('img')).toBeNull();
});
