import type { StreamEvent } from '../protocol/generated';
import type { StoredMessage } from './segments';
import type { Op, WorkspaceState } from './state';
import { reacted } from './threads';
import { compareTs } from './ts';

/** Optimism is an overlay: an op is laid over the state until its event or its refusal comes. */
export function addOp(state: WorkspaceState, op: Op): WorkspaceState {
  return { ...state, ops: [...state.ops.filter((each) => !replaces(op, each)), op] };
}

export function dropOp(state: WorkspaceState, op: Op): WorkspaceState {
  return { ...state, ops: state.ops.filter((each) => each !== op) };
}

export function settleOps(state: WorkspaceState, event: StreamEvent): WorkspaceState {
  if (state.ops.length === 0) return state;
  const ops = state.ops.filter((op) => !settles(event, op));
  return ops.length === state.ops.length ? state : { ...state, ops };
}

/** A read op has nothing to add once the marker stands there, or was moved back by a later word. */
export function settleReads(state: WorkspaceState, channel: string): WorkspaceState {
  const held = state.conversations[channel];
  if (held === undefined || state.ops.length === 0) return state;
  const ops = state.ops.filter((op) => {
    if (op.kind !== 'read' || op.channel !== channel) return true;
    return op.version >= held.read_version && compareTs(held.read_ts, op.ts) < 0;
  });
  return ops.length === state.ops.length ? state : { ...state, ops };
}

/** The messages as they are shown, and the same list when no op concerns it. */
export function shownMessages(
  messages: readonly StoredMessage[],
  ops: readonly Op[],
  channel: string,
): readonly StoredMessage[] {
  const mine = ops.filter((op) => op.channel === channel && changesMessage(op));
  if (mine.length === 0) return messages;
  return messages.flatMap((message) => {
    const own = mine.filter((op) => op.ts === message.ts);
    if (own.some((op) => op.kind === 'delete')) {
      return (message.reply_count ?? 0) > 0 ? [{ ...message, subtype: 'tombstone' }] : [];
    }
    return own.length === 0 ? [message] : [own.reduce(withOp, message)];
  });
}

/** The others say how far was read, what is followed or saved. */
function changesMessage({ kind }: Op): boolean {
  return kind === 'edit' || kind === 'delete' || kind === 'react' || kind === 'pin';
}

function withOp(message: StoredMessage, op: Op): StoredMessage {
  switch (op.kind) {
    case 'edit':
      return { ...edited(message, op), edited: { user: message.user, ts: message.ts } };
    case 'react':
      return reacted(message, op);
    case 'pin':
      return { ...message, pinned_to: op.on ? [op.channel] : [] };
    case 'delete':
    case 'read':
    case 'thread_read':
    case 'follow':
    case 'star':
      return message;
  }
}

/** An edit without blocks takes those away that were there. */
function edited({ blocks: _gone, ...message }: StoredMessage, op: Op & { kind: 'edit' }) {
  const { text, blocks } = op;
  return blocks === undefined ? { ...message, text } : { ...message, text, blocks };
}

function replaces(next: Op, old: Op): boolean {
  return next.kind === old.kind && next.channel === old.channel && sameTarget(next, old);
}

function sameTarget(next: Op, old: Op): boolean {
  if (next.kind === 'react') return old.kind === 'react' && isSame(next, old);
  return next.kind === 'read' || next.ts === old.ts;
}

function isSame(one: { ts: string; name: string }, two: { ts: string; name: string }): boolean {
  return one.ts === two.ts && one.name === two.name;
}

function settles(event: StreamEvent, op: Op): boolean {
  switch (op.kind) {
    case 'edit':
      if (event.type === 'message_deleted') {
        return event.channel === op.channel && event.ts === op.ts;
      }
      return (
        event.type === 'message_changed' &&
        event.channel === op.channel &&
        event.message.ts === op.ts &&
        event.message.text === op.text
      );
    case 'delete':
      return event.type === 'message_deleted' && event.channel === op.channel && event.ts === op.ts;
    case 'react':
      return (
        event.type === (op.on ? 'reaction_added' : 'reaction_removed') &&
        event.channel === op.channel &&
        event.user === op.user &&
        event.reaction === op.name &&
        event.ts === op.ts
      );
    case 'pin':
      return isAbout(event, op, op.on ? 'pin_added' : 'pin_removed');
    case 'star':
      return isAbout(event, op, op.on ? 'star_added' : 'star_removed');
    case 'read':
    case 'thread_read':
    case 'follow':
      return false;
    default:
      return false;
  }
}

function isAbout(
  event: StreamEvent,
  op: Op,
  type: 'pin_added' | 'pin_removed' | 'star_added' | 'star_removed',
): boolean {
  return event.type === type && event.channel === op.channel && (event.ts ?? '') === op.ts;
}
