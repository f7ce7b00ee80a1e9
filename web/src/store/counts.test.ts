import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ChannelEvent, Marker, MessageEvent, StreamEvent } from '../protocol/generated';
import { alice, bob, booted, message, tsOf } from '../testing/builders';
import { Listener, type Action } from '../testing/listener';
import { apply } from './apply';
import { addOp } from './ops';
import type { WorkspaceState } from './state';
import { shownUnread } from './unread';

const channel = 'C1';

function receive(state: WorkspaceState, stream: string, offset: number, event: StreamEvent) {
  return apply(state, { type: 'event', stream, offset, prev: offset - 1, event }, 0).state;
}

function posted(number: number, more: Partial<MessageEvent> = {}): MessageEvent {
  return { ...message({ ts: tsOf(number), number }), channel, ...more };
}

function marker(more: Partial<Marker> = {}): Marker {
  const start = { channel, ts: '0.000000', number: 0, version: 0, position: 0 };
  return { ...start, deleted_after: 0, mention_count: 0, everybody_count: 0, ...more };
}

function badge(state: WorkspaceState) {
  return shownUnread(state.conversations[channel]!, state.ops);
}

describe('counts', () => {
  test('an own post moves the marker when the server says so, and only then', () => {
    const own = { user: alice.id };
    const read = receive(booted(), channel, 1, posted(1, { ...own, author_read: 0 }));
    const unread = receive(booted(), channel, 1, posted(1, own));

    expect(badge(read).messages).toBe(0);
    expect(badge(unread).messages).toBe(1);
  });

  test('another person reading everything by a post means nothing to me', () => {
    const state = receive(booted(), channel, 1, posted(1, { author_read: 0 }));

    expect(badge(state).messages).toBe(1);
  });

  test('what one calls out oneself is no mention, whoever deletes it', () => {
    const called = { everybody: 1, everybody_by: alice.id } as const;
    const theirs = { everybody: 1, everybody_by: bob.id } as const;
    const unread = receive(booted(), channel, 1, posted(1, theirs));
    const loud = receive(unread, channel, 2, posted(2, { user: alice.id, ...called }));
    const gone = receive(loud, channel, 3, {
      type: 'message_deleted',
      channel,
      ts: tsOf(2),
      user: 'U9',
      number: 2,
      everybody: -1,
      everybody_by: alice.id,
    });

    expect(badge(loud).mentions).toBe(1);
    expect(badge(gone).mentions).toBe(1);
  });

  test('a post to everybody is a mention until it is deleted', () => {
    const loud = receive(booted(), channel, 1, posted(1, { everybody: 1 }));
    const gone = receive(loud, channel, 2, {
      type: 'message_deleted',
      channel,
      ts: tsOf(1),
      user: bob.id,
      number: 1,
      everybody: -1,
    });

    expect(badge(loud)).toEqual({ messages: 1, mentions: 1 });
    expect(badge(gone)).toEqual({ messages: 0, mentions: 0 });
  });

  test('what the counts include already does not change them again', () => {
    const deleted: ChannelEvent = {
      type: 'message_deleted',
      channel,
      ts: tsOf(2),
      user: bob.id,
      number: 2,
    };
    const ahead = marker({ position: 3, deleted_after: 1, mention_count: 1 });
    let state = receive(booted(), alice.id, 1, { type: 'channel_marked', ...ahead });
    state = receive(state, channel, 1, posted(1, { everybody: 1 }));
    state = receive(state, channel, 2, posted(2));
    state = receive(state, channel, 3, deleted);

    expect(badge(state)).toEqual({ messages: 1, mentions: 1 });
  });

  test('what came after the counts is added to them, though they arrive late', () => {
    let state = receive(booted(), channel, 1, posted(1));
    state = receive(state, channel, 2, posted(2, { everybody: 1 }));
    const late = marker({ position: 1, ts: tsOf(1), number: 1 });
    state = receive(state, alice.id, 1, { type: 'channel_marked', ...late });

    expect(badge(state)).toEqual({ messages: 1, mentions: 1 });
  });

  test('in a muted conversation only what names oneself counts', () => {
    const counted = marker({ position: 2, mention_count: 2, everybody_count: 1 });
    let state = receive(booted(), channel, 1, posted(1, { everybody: 1 }));
    state = receive(state, channel, 2, posted(2));
    state = receive(state, alice.id, 1, { type: 'channel_marked', ...counted });
    const muted = receive(state, alice.id, 2, { type: 'channel_muted', channel, muted: true });
    const again = receive(muted, alice.id, 3, { type: 'channel_muted', channel, muted: false });

    expect(badge(muted)).toEqual({ messages: 2, mentions: 1 });
    expect(badge(again)).toEqual({ messages: 2, mentions: 2 });
  });

  test('an event that lost its meaning moves the position and nothing else', () => {
    const before = booted();
    const after = receive(before, alice.id, 1, { type: 'nothing' });

    expect(after.positions[alice.id]).toBe(1);
    expect(after.conversations).toBe(before.conversations);
  });

  test('reading shows at once, and yields to a marker that was moved back elsewhere', () => {
    const op = { kind: 'read', channel, ts: tsOf(1), number: 1, version: 0 } as const;
    const state = addOp(receive(booted(), channel, 1, posted(1)), op);
    const back = marker({ position: 1, version: 1 });
    const unread = receive(state, alice.id, 1, { type: 'channel_marked', ...back });

    expect(badge(state).messages).toBe(0);
    expect(badge(unread).messages).toBe(1);
  });
});

const addressed = { names: fc.boolean(), everybody: fc.boolean() };
const pick = fc.nat(30);
const actions: fc.Arbitrary<Action> = fc.oneof(
  fc.record({ do: fc.constant('post'), mine: fc.boolean(), ...addressed }),
  fc.record({ do: fc.constant('edit'), pick, ...addressed }),
  fc.record({ do: fc.constant('mute'), muted: fc.boolean() }),
  fc.record({ do: fc.constant('delete'), pick }),
  fc.record({ do: fc.constant('mark'), pick, forward: fc.boolean() }),
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant('hear'), own: fc.boolean(), now: fc.boolean() }),
  },
  fc.record({ do: fc.constant('ask') }),
  fc.record({ do: fc.constant('answer') }),
);

test('whatever the order of the streams, badges are what a plain recount says', () => {
  fc.assert(
    fc.property(fc.array(actions, { minLength: 20, maxLength: 120, size: 'max' }), (script) => {
      const listener = new Listener();
      script.forEach((action) => listener.run(action));
      listener.hearAll();
      const { state, room } = listener;

      expect(shownUnread(state.conversations[room.id]!, [])).toEqual(listener.recount());
    }),
    { numRuns: 500 },
  );
});
