import type {
  ChannelEvent,
  Offset,
  ThreadMarkedEvent,
  ThreadMarker,
  Ts,
  UserId,
} from '../protocol/generated';
import { placeOf, type Place } from './places';
import type { Op, WorkspaceState } from './state';
import { compareTs } from './ts';

/** What one event of the channel's stream does to how the person stands in a thread. */
interface ThreadEffect {
  offset: Offset;
  replyNumber: number;
  /** The reply is the person's own: they follow the thread and have read it so far. */
  own: { ts: Ts; number: number } | undefined;
  /** The number of a reply that was deleted. */
  gone: number | undefined;
}

/** How a person stands in a thread, and what that is told from (as `counts.ts` does for channels). */
export interface HeldThread {
  marker: ThreadMarker;
  base: ThreadMarker;
  since: readonly ThreadEffect[];
}

const effectsMost = 256;

export function unreadReplies({ following, ...marker }: ThreadMarker): number {
  if (!following) return 0;
  return Math.max(0, marker.reply_number - marker.read_number - marker.deleted_after);
}

/** The newest word about a thread: the own stream is in order, whatever the channel's stands at. */
export function withThreadMarked(state: WorkspaceState, event: ThreadMarkedEvent): WorkspaceState {
  const { type: _, ...marker } = event;
  return settleThread(hold(state, marker), placeOf(marker.channel, marker.thread_ts));
}

/** What an answer says, unless a word about the same or a later position is held. */
export function withThreadAnswer(state: WorkspaceState, marker: ThreadMarker): WorkspaceState {
  const place = placeOf(marker.channel, marker.thread_ts);
  const held = state.threads[place];
  if (held !== undefined && held.base.position >= marker.position) return state;
  return settleThread(hold(state, marker), place);
}

/** Replies that come and go in a thread. */
export function withReplies(
  state: WorkspaceState,
  event: ChannelEvent,
  offset: Offset,
): WorkspaceState {
  if (!('thread' in event) || event.thread === undefined) return state;
  const { channel, thread, ts } = event;
  if (thread.ts === ts) return state;
  const place = placeOf(channel, thread.ts);
  const effect = effectOf(event, offset, state.self);
  const held = state.threads[place] ?? begun(effect, channel, thread.ts);
  if (held === undefined || effect === undefined || offset <= held.base.position) return state;
  const next = told({ ...held, since: [...held.since, effect] });
  return settleThread({ ...state, threads: { ...state.threads, [place]: next } }, place);
}

/** The marker with what this page has read but the server has not confirmed. */
export function shownThread(marker: ThreadMarker, ops: readonly Op[]): ThreadMarker {
  let shown = marker;
  for (const op of ops) {
    if (op.channel !== marker.channel || op.ts !== marker.thread_ts) continue;
    if (op.kind === 'follow') shown = { ...shown, following: op.on };
    if (op.kind === 'thread_read' && op.number > shown.read_number) {
      const all = op.number >= shown.reply_number;
      const deleted_after = all ? 0 : shown.deleted_after;
      shown = { ...shown, read_number: op.number, read_ts: op.upTo, deleted_after };
    }
  }
  return shown;
}

function hold(state: WorkspaceState, marker: ThreadMarker): WorkspaceState {
  if (state.conversations[marker.channel] === undefined) return state;
  const place = placeOf(marker.channel, marker.thread_ts);
  const since = state.threads[place]?.since ?? [];
  const later = since.filter(({ offset }) => offset > marker.position);
  const held = told({ marker, base: marker, since: later });
  return { ...state, threads: { ...state.threads, [place]: held } };
}

type OfThread = ChannelEvent & { type: 'message' | 'message_superseded' | 'message_deleted' };

function effectOf(event: ChannelEvent, offset: Offset, self: UserId): ThreadEffect | undefined {
  const { thread, ts, type, user } = event as OfThread;
  if (thread === undefined) return undefined;
  const { reply_number: replyNumber, number } = thread;
  const mine = type === 'message' && user === self && number !== undefined;
  const own = mine ? { ts, number } : undefined;
  return { offset, replyNumber, own, gone: type === 'message_deleted' ? number : undefined };
}

/** Who replies follows from then on. */
function begun(
  effect: ThreadEffect | undefined,
  channel: string,
  thread_ts: Ts,
): HeldThread | undefined {
  if (effect?.own === undefined) return undefined;
  const { number, ts } = effect.own;
  const marker: ThreadMarker = {
    channel,
    thread_ts,
    following: true,
    read_ts: ts,
    read_number: number,
    reply_number: number,
    deleted_after: 0,
    position: effect.offset - 1,
  };
  return { marker, base: marker, since: [] };
}

function told({ base, since }: HeldThread): HeldThread {
  const marker = since.reduce(withEffect, base);
  const [first, ...rest] = since;
  if (first === undefined || since.length < effectsMost) return { marker, base, since };
  const moved = { ...withEffect(base, first), position: first.offset };
  return { marker, base: moved, since: rest };
}

function withEffect(marker: ThreadMarker, effect: ThreadEffect): ThreadMarker {
  const reply_number = Math.max(marker.reply_number, effect.replyNumber);
  if (effect.own !== undefined) {
    const { ts: read_ts, number: read_number } = effect.own;
    return { ...marker, following: true, reply_number, read_ts, read_number, deleted_after: 0 };
  }
  const unread = effect.gone !== undefined && effect.gone > marker.read_number;
  return { ...marker, reply_number, deleted_after: marker.deleted_after + (unread ? 1 : 0) };
}

/** An op has nothing to add once the marker stands so. */
function settleThread(state: WorkspaceState, place: Place): WorkspaceState {
  const marker = state.threads[place]?.marker;
  if (marker === undefined || state.ops.length === 0) return state;
  const ops = state.ops.filter((op) => {
    if (op.channel !== marker.channel || op.ts !== marker.thread_ts) return true;
    if (op.kind === 'follow') return op.on !== marker.following;
    return op.kind !== 'thread_read' || compareTs(marker.read_ts, op.upTo) < 0;
  });
  return ops.length === state.ops.length ? state : { ...state, ops };
}
