import type {
  ChannelEvent,
  ChannelId,
  EventFrame,
  ResyncFrame,
  RoleChangedEvent,
  StreamEvent,
  UserId,
  WireConversation,
} from '../protocol/generated';
import type { Heard } from '../protocol/link';
import { applyMarking, applyToConversation, type Marking } from './conversations';
import { hold } from './counts';
import { withEmoji } from './emoji';
import { withGroup } from './groups';
import { withEphemeral } from './ephemerals';
import { applyToHistory } from './messages';
import { inAll, withoutAll } from './places';
import { settleOps, settleReads } from './ops';
import { personOf, withPeople } from './people';
import { withEntry } from './records';
import { withReplies, withThreadMarked } from './followed';
import type { Applied, Departure, Signal } from './signals';
import { outdate, stand, withConversation, without, type WorkspaceState } from './state';
import { isInThreadOnly } from './threads';
import { withoutStarOf, withStarEvent } from './stars';
import { withPresence } from './presence';
import { stopTyping, withTyping } from './typing';
import { millisOf } from './ts';

type Resumed = Extract<Heard, { type: 'resumed' }>;

const typingMs = 6000;

/** The state after one frame. `now` is the page's clock in milliseconds. */
export function apply(state: WorkspaceState, frame: Heard, now: number): Applied {
  switch (frame.type) {
    case 'event':
      return onEvent(state, frame);
    case 'hello':
      return only({
        ...state,
        build: frame.build,
        clockSkewMs: millisOf(frame.time) - now,
        active: {},
      });
    case 'resumed':
      return onResumed(state, frame);
    case 'resync':
      return onResync(state, frame);
    case 'gone':
      return leave(state, frame.stream, { kind: 'gone' });
    case 'typing':
      return only(withTyping(state, frame.channel, frame.user, now + typingMs));
    case 'ephemeral':
      return only(withEphemeral(state, frame));
    case 'presence':
      return only(withPresence(state, frame));
    case 'manual_presence_change':
      return only({ ...state, saysAway: frame.presence === 'away' });
    case 'pong':
    case 'goodbye':
    case 'error':
      return only(state);
    default:
      return only(state);
  }
}

function onEvent(state: WorkspaceState, frame: EventFrame): Applied {
  const { stream, offset, prev, event } = frame;
  const held = state.positions[stream];
  if (held === undefined || offset <= held) return only(state);
  if (prev > held) return { state, signals: [{ type: 'gap', stream }] };
  const moved = { ...state, positions: withEntry(state.positions, stream, offset) };
  return onStreamEvent(moved, event, offset);
}

function onStreamEvent(state: WorkspaceState, event: StreamEvent, offset: number): Applied {
  switch (event.type) {
    case 'message':
    case 'message_changed':
    case 'message_deleted':
    case 'message_superseded':
    case 'reaction_added':
    case 'reaction_removed':
    case 'pin_added':
    case 'pin_removed':
    case 'bookmark_added':
    case 'bookmark_changed':
    case 'bookmark_removed':
    case 'member_joined_channel':
    case 'member_left_channel':
    case 'channel_changed':
      return onChannelEvent(state, event, offset);
    case 'channel_joined':
      return only(join(heard(state, event.channel.id, offset), event.channel));
    case 'channel_left':
      return leave(heard(state, event.channel, offset), event.channel, departureOf(event.actor));
    case 'channel_marked':
    case 'mention_added':
    case 'mention_removed':
      return only(mark(state, event));
    case 'user_joined':
    case 'user_changed':
      return only({ ...state, people: withPeople(state.people, [personOf(event.user)]) });
    case 'draft_changed':
      return { state, signals: [{ type: 'draft', draft: event }] };
    case 'emoji_changed':
      return only(withEmoji(state, event.emoji));
    case 'channel_closed':
      return only(stand(state, event.channel, offset, { closed_ts: event.closed_ts }));
    case 'channel_opened':
      return only(stand(state, event.channel, offset, { closed_ts: undefined }));
    case 'channel_muted':
      return only(stand(state, event.channel, offset, { muted: event.muted ? true : undefined }));
    case 'dnd_updated_user':
      if (event.user === state.self) return only(state);
      return only({ ...state, dnd: { ...state.dnd, [event.user]: event.dnd_status } });
    case 'dnd_updated':
      return only({ ...state, dnd: { ...state.dnd, [event.user]: event.dnd_status } });
    case 'role_changed':
      return standOtherwise(state, event);
    case 'thread_marked':
      return only(withThreadMarked(state, event));
    case 'star_added':
    case 'star_removed':
      return only(settleOps(withStarEvent(state, event), event));
    case 'subteam_created':
    case 'subteam_updated':
      return only(withGroup(state, event.subteam));
    case 'channel_created':
    case 'public_channel_changed':
    case 'public_channel_gone':
    case 'team_profile_change':
    case 'nothing':
      return only(state);
    default:
      return only(state);
  }
}

/** Who is no guest any more has the workspace to learn of; a guest has it no more. */
function standOtherwise(state: WorkspaceState, event: RoleChangedEvent): Applied {
  const stream = event.user.team_id;
  const people = withPeople(state.people, [personOf(event.user)]);
  if (event.position === undefined) {
    return only({ ...state, people, positions: without(state.positions, stream) });
  }
  const position = Math.max(state.positions[stream] ?? 0, event.position);
  const positions = { ...state.positions, [stream]: position };
  return { state: { ...state, people, positions }, signals: [{ type: 'unknown', stream }] };
}

type OfChannel = Exclude<ChannelEvent, { type: 'nothing' }>;

function onChannelEvent(state: WorkspaceState, event: OfChannel, offset: number): Applied {
  const id = typeof event.channel === 'string' ? event.channel : event.channel.id;
  const held = state.conversations[id];
  if (held === undefined) return only(state);
  const after = applyToConversation(held, event, offset, state.self);
  const histories = inAll(state.histories, id, (history, place) =>
    applyToHistory(history, place, event, offset),
  );
  const moved = settleReads({ ...withConversation(state, after), histories }, id);
  const next = settleOps(withReplies(withoutStarOf(moved, event), event, offset), event);
  if (event.type !== 'message') return only(next);
  const stopped = stopTyping(next, id, event.user);
  const type = isInThreadOnly(event) ? 'replied' : 'arrived';
  return { state: stopped, signals: [{ type, channel: id, message: event }] };
}

function mark(state: WorkspaceState, event: Marking): WorkspaceState {
  const held = state.conversations[event.channel];
  if (held === undefined) return state;
  return settleReads(withConversation(state, applyMarking(held, event)), event.channel);
}

function heard(state: WorkspaceState, id: ChannelId, offset: number): WorkspaceState {
  return { ...state, heard: { ...state.heard, [id]: offset } };
}

export function join(state: WorkspaceState, conversation: WireConversation): WorkspaceState {
  const { id, position } = conversation;
  const held = state.positions[id];
  if (held !== undefined && held >= position && state.conversations[id] !== undefined) return state;
  return {
    ...state,
    positions: { ...state.positions, [id]: position },
    conversations: { ...state.conversations, [id]: hold(conversation) },
    histories: withoutAll(state.histories, id),
  };
}

function departureOf(actor: UserId | undefined): Departure {
  return actor === undefined ? { kind: 'left' } : { kind: 'removed', actor };
}

export function leave(state: WorkspaceState, id: ChannelId, why: Departure): Applied {
  const conversation = state.conversations[id];
  const next: WorkspaceState = {
    ...state,
    positions: without(state.positions, id),
    conversations: without(state.conversations, id),
    histories: withoutAll(state.histories, id),
    threads: withoutAll(state.threads, id),
    typing: without(state.typing, id),
    ephemerals: without(state.ephemerals, id),
    loads: withoutAll(state.loads, id),
    ops: state.ops.filter((op) => op.channel !== id),
  };
  if (conversation === undefined) return only(next);
  return { state: next, signals: [{ type: 'left', channel: id, conversation, why }] };
}

/** All has come of a stream that was named, not of one that started at its head or further on. */
function onResumed(state: WorkspaceState, frame: Resumed): Applied {
  const { streams, named } = frame;
  const positions = { ...state.positions };
  const signals: Signal[] = [{ type: 'resumed' }];
  for (const [stream, offset] of Object.entries(streams)) {
    const held = positions[stream];
    if (held === undefined) signals.push({ type: 'unknown', stream });
    else if ((named[stream] ?? Infinity) <= held) positions[stream] = Math.max(held, offset);
    else if (held < offset) signals.push({ type: 'gap', stream });
  }
  return { state: { ...state, positions }, signals };
}

function onResync(state: WorkspaceState, { stream, offset }: ResyncFrame): Applied {
  const positions = { ...state.positions, [stream]: offset };
  const signals: Signal[] = [{ type: 'resync', stream }];
  return { state: outdate({ ...state, positions }, stream, offset), signals };
}

function only(state: WorkspaceState): Applied {
  return { state, signals: [] };
}
