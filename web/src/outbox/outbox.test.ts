import { expect, test, vi } from 'vitest';
import type { Outcome } from '../protocol/api';
import { Outbox } from './outbox';

test.each([
  ['account_inactive', 'session_ended'],
  ['invalid_auth', 'session_ended'],
  ['not_in_channel', 'not_in_channel'],
])('what is refused by %s is kept as not sent, because of %s', async (code, reason) => {
  const save = vi.fn(() => Promise.resolve());
  const onRefused = vi.fn();
  const outbox = new Outbox({
    call: <T>() => Promise.resolve<Outcome<T>>({ kind: 'refused', code, body: {} }),
    disk: { save, erase: () => Promise.resolve(), all: () => Promise.resolve([]) },
    now: () => 0,
    random: () => 0,
    newId: () => 'S1',
    onPosted: () => undefined,
    onRefused,
    tell: () => undefined,
  });
  outbox.input({ type: 'granted' });
  outbox.send({ channel: 'C1', text: 'Hello' });

  await vi.waitFor(() => expect(onRefused).toHaveBeenCalledWith(code));
  expect(outbox.store.getState().sends).toMatchObject([{ state: 'failed', reason }]);
  expect(save).toHaveBeenLastCalledWith(expect.objectContaining({ state: 'failed', reason }));
});
