import type {
  Channel,
  ChannelEvent,
  Conversation,
  Described,
  Ts,
  UserEvent,
  UserId,
} from '../protocol/generated';
import { compareTs } from './ts';
import { unreadOf } from './unread';

/** The head, the members and the names of a conversation after one event of its stream. */
export function applyToConversation(
  conversation: Conversation,
  event: ChannelEvent,
  self: UserId,
): Conversation {
  switch (event.type) {
    case 'message':
      return afterMessage(conversation, event.ts, event.number, event.user === self);
    case 'message_superseded':
      return moveHead(conversation, event.ts, event.number);
    case 'message_deleted': {
      const counted = event.number !== undefined && event.number > conversation.read_number;
      if (!counted) return conversation;
      return { ...conversation, deleted_after: conversation.deleted_after + 1 };
    }
    case 'member_joined_channel':
      return { ...conversation, member_count: conversation.member_count + 1 };
    case 'member_left_channel':
      return { ...conversation, member_count: Math.max(0, conversation.member_count - 1) };
    case 'channel_changed':
      return afterChange(conversation, event.channel);
    case 'message_changed':
      return conversation;
    default:
      return conversation;
  }
}

type Marking = Exclude<UserEvent, { type: 'channel_joined' | 'channel_left' }>;

export function applyMarking(conversation: Conversation, event: Marking): Conversation {
  switch (event.type) {
    case 'channel_marked':
      return takeMarker(conversation, event);
    case 'mention_added':
    case 'mention_removed': {
      const { number, deleted_after, mention_count } = event;
      if (number !== undefined && deleted_after !== undefined && mention_count !== undefined)
        return takeMarker(conversation, { ...event, number, deleted_after, mention_count });
      const change = event.type === 'mention_added' ? 1 : -1;
      return isUnread(conversation, event.ts) ? addMentions(conversation, change) : conversation;
    }
    default:
      return conversation;
  }
}

interface Marker {
  ts: Ts;
  number: number;
  version?: number | undefined;
  deleted_after: number;
  mention_count: number;
}

/** A marker of a greater version replaces, of the same one only moves forward, of a smaller one is late. */
function takeMarker(conversation: Conversation, marker: Marker): Conversation {
  const held = conversation.read_version ?? 0;
  const version = marker.version ?? held;
  const late = version === held && marker.number < conversation.read_number;
  if (version < held || late) return conversation;
  return {
    ...conversation,
    read_ts: marker.ts,
    read_number: marker.number,
    read_version: version,
    deleted_after: marker.deleted_after,
    mention_count: marker.mention_count,
  };
}

export function describe(text: string | Described | undefined): string {
  return typeof text === 'string' ? text : (text?.value ?? '');
}

/** An own post moves the own marker when nothing was unread; the server's word on it follows. */
function afterMessage(
  conversation: Conversation,
  ts: Ts,
  number: number | undefined,
  own: boolean,
): Conversation {
  const moved = moveHead(conversation, ts, number);
  if (!own || number === undefined || unreadOf(conversation) > 0) return moved;
  return { ...moved, read_ts: ts, read_number: number, deleted_after: 0, mention_count: 0 };
}

function moveHead(conversation: Conversation, ts: Ts, number: number | undefined): Conversation {
  const last = conversation.last_ts;
  return {
    ...conversation,
    last_ts: last === undefined || compareTs(last, ts) < 0 ? ts : last,
    message_number: Math.max(conversation.message_number, number ?? 0),
  };
}

function afterChange(conversation: Conversation, channel: Channel): Conversation {
  return {
    ...conversation,
    name: channel.name ?? conversation.name,
    topic: channel.topic ?? conversation.topic,
    purpose: channel.purpose ?? conversation.purpose,
    is_private: channel.is_private ?? conversation.is_private,
    is_archived: channel.is_archived ?? conversation.is_archived,
    is_general: channel.is_general ?? conversation.is_general,
    member_count: channel.num_members ?? conversation.member_count,
  };
}

function isUnread(conversation: Conversation, ts: Ts): boolean {
  return compareTs(ts, conversation.read_ts) > 0;
}

function addMentions(conversation: Conversation, count: number): Conversation {
  return { ...conversation, mention_count: Math.max(0, conversation.mention_count + count) };
}
