import { expect, test } from 'vitest';
import { isPutAway } from '../models/sidebar';
import type { EventFrame } from '../protocol/generated';
import { acme, alice, booted, conversation, message, tsOf, userOf } from '../testing/builders';
import { apply } from './apply';
import type { WorkspaceState } from './state';

const channel = 'D1';

function frame(stream: string, offset: number, event: EventFrame['event']) {
  return { type: 'event', stream, offset, prev: offset - 1, event } as const;
}

function receive(state: WorkspaceState, ...frames: EventFrame[]): WorkspaceState {
  return frames.reduce((now, each) => apply(now, each, 0).state, state);
}

function direct(): WorkspaceState {
  return booted(conversation({ id: channel, is_im: true, last_ts: tsOf(1) }));
}

function isHidden(state: WorkspaceState): boolean {
  return isPutAway(state.conversations[channel]!);
}

const closed = frame(alice.id, 1, { type: 'channel_closed', channel, closed_ts: tsOf(1) });
const said = frame(channel, 1, { ...message({ ts: tsOf(2), number: 2 }), channel });

test('what is put away is hidden until something new is said, in whatever order that is heard', () => {
  expect(isHidden(receive(direct(), closed))).toBe(true);
  expect(isHidden(receive(direct(), closed, said))).toBe(false);
  expect(isHidden(receive(direct(), said, closed))).toBe(false);
});

test('what is opened again is shown', () => {
  const opened = frame(alice.id, 2, { type: 'channel_opened', channel });

  expect(isHidden(receive(direct(), closed, opened))).toBe(false);
});

test('a guest has no position of the workspace, and learns of it anew when they are one no more', () => {
  const user = userOf(alice);
  const guest = receive(booted(), frame(alice.id, 1, { type: 'role_changed', user }));
  expect(guest.positions).not.toHaveProperty(acme.id);

  const again = frame(alice.id, 2, { type: 'role_changed', user, position: 7 });
  const { state, signals } = apply(guest, again, 0);
  expect(state.positions[acme.id]).toBe(7);
  expect(signals).toEqual([{ type: 'unknown', stream: acme.id }]);
});
