import { describe, expect, test } from 'vitest';
import type { ChannelEvent } from '../protocol/generated';
import { bob, booted, message, tsOf } from '../testing/builders';
import { takeAnswer } from './answers';
import { apply } from './apply';
import { addOp, shownMessages } from './ops';
import type { StoredMessage } from './segments';
import type { Op, WorkspaceState } from './state';

const channel = 'C1';

function receive(state: WorkspaceState, offset: number, event: ChannelEvent) {
  return apply(state, { type: 'event', stream: channel, offset, prev: offset - 1, event }, 0).state;
}

describe('an edit that was shown early', () => {
  const op = { kind: 'edit', channel, ts: tsOf(1), text: 'mine' } as const;
  const changed = (text: string, seconds: number): ChannelEvent => {
    const edited = { user: bob.id, ts: tsOf(seconds) };
    const edit = { ...message({ ts: tsOf(1), number: 1 }), text, edited };
    return { type: 'message_changed', channel, message: edit, revision: 1 };
  };
  const posted: ChannelEvent = { ...message({ ts: tsOf(1), number: 1 }), channel };
  const page = { messages: [], users: [], has_more_before: false, has_more_after: false };
  const empty = takeAnswer(
    booted(),
    { type: 'page', channel, answer: { ...page, position: 0 } },
    0,
  );
  const shown = ({ histories, ops }: WorkspaceState) =>
    shownMessages(histories[channel]!.segments[0]!.messages, ops, channel)[0]?.text;
  const answered = (state: WorkspaceState) => {
    const edited = { user: bob.id, ts: tsOf(5) };
    const mine = message({ ts: tsOf(1), number: 1, text: 'mine', edited });
    return takeAnswer(state, { type: 'edited', op, message: mine }, 0).state;
  };

  test('stays when it is answered before its event', () => {
    const early = addOp(receive(empty.state, 1, posted), op);
    const after = answered(early);

    expect(shown(early)).toBe('mine');
    expect(shown(after)).toBe('mine');
    expect(after.ops).toEqual([]);
  });

  test('yields to a later edit of another device, whichever comes first', () => {
    const early = addOp(receive(empty.state, 1, posted), op);
    const theirs = changed('theirs', 6);

    expect(shown(answered(receive(early, 2, theirs)))).toBe('theirs');
    expect(shown(receive(answered(early), 2, theirs))).toBe('theirs');
  });

  test('wins over an earlier edit of another device', () => {
    const early = addOp(receive(empty.state, 1, posted), op);
    const theirs = changed('theirs', 4);

    expect(shown(answered(receive(early, 2, theirs)))).toBe('mine');
  });
});

describe('what was done with a message', () => {
  const shown = (given: Partial<StoredMessage>, ...ops: Op[]) =>
    shownMessages([{ ...message({ ts: tsOf(1) }), at: 1, ...given }], ops, channel)[0];
  const react = {
    kind: 'react',
    channel,
    ts: tsOf(1),
    name: 'tada',
    user: 'U1',
    on: true,
  } as const;
  const tada = (...users: string[]) => [{ name: 'tada', users, count: users.length }];

  test('shows at once and twice at no time', () => {
    expect(shown({}, react)?.reactions).toEqual(tada('U1'));
    expect(shown({ reactions: tada('U2') }, react)?.reactions).toEqual(tada('U2', 'U1'));
    expect(shown({ reactions: tada('U1') }, react)?.reactions).toEqual(tada('U1'));
    expect(shown({ reactions: tada('U1') }, { ...react, on: false })?.reactions).toBeUndefined();
    expect(shown({}, { kind: 'pin', channel, ts: tsOf(1), on: true })?.pinned_to).toEqual([
      channel,
    ]);
  });

  test('leaves with its event, and not with that of another', () => {
    const about = { channel, ts: tsOf(1), item_user: bob.id, reaction: 'tada' };
    const added = (user: string): ChannelEvent => ({ type: 'reaction_added', ...about, user });
    const waiting = addOp(booted(), react);

    expect(receive(waiting, 1, added('U2')).ops).toEqual([react]);
    expect(receive(waiting, 1, added('U1')).ops).toEqual([]);
  });

  test('the last word about an emoji counts, each emoji has its own', () => {
    const off = { ...react, on: false };
    const state = addOp(addOp(addOp(booted(), react), { ...react, name: '+1' }), off);

    expect(state.ops).toEqual([{ ...react, name: '+1' }, off]);
  });

  test('a deleted message on which replies hang leaves something', () => {
    const erase = { kind: 'delete', channel, ts: tsOf(1) } as const;

    expect(shown({ reply_count: 1 }, erase)?.subtype).toBe('tombstone');
    expect(shown({}, erase)).toBeUndefined();
  });
});
