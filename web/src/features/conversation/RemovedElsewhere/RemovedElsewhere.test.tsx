// @vitest-environment happy-dom
import { act, screen, waitFor } from '@testing-library/react';
import { expect } from 'vitest';
import type { FakeChannel } from '../../../testing/fake/channel';
import { test } from '../../../testing/pageTest';
import { Toasts } from '../../../ui/Toast/Toast';
import { RemovedElsewhere } from './RemovedElsewhere';

test('a removal from a channel that is not open is told, going of one’s own accord is not', async ({
  page,
}) => {
  const { world, workspace, me, bob } = page;
  const [boats, ships] = ['boats', 'ships'].map((name) =>
    world.addChannel('channel', name, [me, bob]),
  ) as [FakeChannel, FakeChannel];
  const held = () => workspace.store.getState().conversations;
  await waitFor(() => expect(held()[ships.id]).toBeDefined());
  page.show(
    <Toasts>
      <RemovedElsewhere />
    </Toasts>,
  );

  act(() => world.leave(boats, me));
  await waitFor(() => expect(held()[boats.id]).toBeUndefined());
  expect(screen.getByRole('status').textContent).toBe('');
  act(() => world.leave(ships, me, bob));
  expect(await screen.findByText('Bob Brown removed you from #ships.')).toBeTruthy();
});
