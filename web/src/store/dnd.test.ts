import { expect, test } from 'vitest';
import type { EventFrame } from '../protocol/generated';
import { acme, alice, bob, booted } from '../testing/builders';
import { apply } from './apply';

const status = {
  dnd_enabled: true,
  next_dnd_start_ts: 1_700_000_000,
  next_dnd_end_ts: 1_700_003_600,
};

function frame(stream: string, offset: number, event: EventFrame['event']): EventFrame {
  return { type: 'event', stream, offset, prev: offset - 1, event };
}

test('who is not to be disturbed is known of oneself and of others as it was last told', () => {
  const own = { ...status, snooze_enabled: true, snooze_endtime: 1_700_000_600 };
  const off = { ...status, dnd_enabled: false };
  const after = [
    frame(alice.id, 1, { type: 'dnd_updated', user: alice.id, dnd_status: own }),
    frame(acme.id, 1, { type: 'dnd_updated_user', user: bob.id, dnd_status: status }),
    frame(acme.id, 2, { type: 'dnd_updated_user', user: bob.id, dnd_status: off }),
    frame(acme.id, 3, { type: 'dnd_updated_user', user: alice.id, dnd_status: off }),
  ].reduce((state, each) => apply(state, each, 0).state, booted());

  expect(after.dnd).toEqual({ [alice.id]: own, [bob.id]: off });
});
