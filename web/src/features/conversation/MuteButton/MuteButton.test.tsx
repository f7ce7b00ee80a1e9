// @vitest-environment happy-dom
import { screen, waitFor } from '@testing-library/react';
import { expect } from 'vitest';
import { useWorkspaceState } from '../../../app/context';
import { refuse } from '../../../testing/fake/answers';
import { test } from '../../../testing/pageTest';
import { Toasts } from '../../../ui/Toast/Toast';
import { MuteButton } from './MuteButton';

test('a conversation is muted and not any more; a refusal is told', async ({ page, user }) => {
  const [id = ''] = page.world.channels.keys();
  function Shown() {
    const conversation = useWorkspaceState((state) => state.conversations[id]);
    if (conversation === undefined) return null;
    return (
      <Toasts>
        <MuteButton conversation={conversation} />
      </Toasts>
    );
  }
  page.show(<Shown />);
  const muted = () => page.world.channels.get(id)?.muted.has(page.me);
  const label = () => screen.getByRole('button', { name: /ute/ }).getAttribute('aria-label') ?? '';
  const mute = label();

  await user.click(screen.getByRole('button'));
  await waitFor(() => expect(label()).not.toBe(mute));
  await waitFor(() => expect(muted()).toBe(true));
  page.answers['client.conversations.mute'] = () => refuse('not_in_channel');
  await user.click(screen.getByRole('button'));
  expect(await screen.findByText("You're not in this conversation any more.")).toBeTruthy();
  expect(muted()).toBe(true);
  expect(label()).not.toBe(mute);
});
