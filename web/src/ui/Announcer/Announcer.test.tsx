// @vitest-environment happy-dom
import { cleanup, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { Announcer, useAnnounce } from './Announcer';

afterEach(cleanup);

function Speaker() {
  const { polite, assertive } = useAnnounce();
  return (
    <>
      <button type="button" onClick={() => polite('Bob: hello')}>
        {'say'}
      </button>
      <button type="button" onClick={() => assertive('Message not sent')}>
        {'shout'}
      </button>
    </>
  );
}

test('what waits and what does not are said in places of their own', async () => {
  const user = userEvent.setup();
  render(
    <Announcer>
      <Speaker />
    </Announcer>,
  );
  expect(screen.getByRole('log').textContent).toBe('');
  await user.click(screen.getByText('say'));
  await waitFor(() => expect(screen.getByRole('log').textContent).toBe('Bob: hello'));
  expect(screen.getByRole('alert').textContent).toBe('');
  await user.click(screen.getByText('shout'));
  await waitFor(() => expect(screen.getByRole('alert').textContent).toBe('Message not sent'));
});

test('the same words are said again', async () => {
  const user = userEvent.setup();
  render(
    <Announcer>
      <Speaker />
    </Announcer>,
  );
  await user.click(screen.getByText('say'));
  const log = screen.getByRole('log');
  await waitFor(() => expect(log.textContent).toBe('Bob: hello'));
  const said: string[] = [];
  const changes = new MutationObserver(() => said.push(log.textContent));
  changes.observe(log, { childList: true, characterData: true, subtree: true });
  await user.click(screen.getByText('say'));
  await waitFor(() => expect(said).toEqual(['', 'Bob: hello']));
  changes.disconnect();
});
