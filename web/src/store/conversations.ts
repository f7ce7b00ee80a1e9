import type {
  Channel,
  ChannelEvent,
  Described,
  Offset,
  Ts,
  UserEvent,
  UserId,
} from '../protocol/generated';
import { countEvent, takeCounts, type HeldConversation } from './counts';
import { compareTs } from './ts';

/** The head, the members, the names and the counts of a conversation after one event of its stream. */
export function applyToConversation(
  held: HeldConversation,
  event: ChannelEvent,
  offset: Offset,
  self: UserId,
): HeldConversation {
  const counted = countEvent(held, event, offset, self);
  const position = Math.max(offset, held.position);
  return { ...changed(counted, event), position };
}

function changed(held: HeldConversation, event: ChannelEvent): HeldConversation {
  switch (event.type) {
    case 'message':
    case 'message_superseded':
      return moveHead(held, event.ts, event.number);
    case 'member_joined_channel':
      return { ...held, member_count: held.member_count + 1 };
    case 'member_left_channel':
      return { ...held, member_count: Math.max(0, held.member_count - 1) };
    case 'channel_changed':
      return afterChange(held, event.channel);
    case 'message_changed':
    case 'message_deleted':
    case 'reaction_added':
    case 'reaction_removed':
    case 'pin_added':
    case 'pin_removed':
    case 'bookmark_added':
    case 'bookmark_changed':
    case 'bookmark_removed':
    case 'nothing':
      return held;
    default:
      return held;
  }
}

export type Marking = Extract<UserEvent, { mention_count: number }>;

/** A marker says where it stands and what is counted from it, whatever moved it. */
export function applyMarking(held: HeldConversation, event: Marking): HeldConversation {
  const { position, ts, number, version, deleted_after } = event;
  const { mention_count, everybody_count } = event;
  return takeCounts(held, {
    position,
    read_ts: ts,
    read_number: number,
    read_version: version,
    deleted_after,
    mention_count,
    everybody_count,
  });
}

function moveHead(
  conversation: HeldConversation,
  ts: Ts,
  number: number | undefined,
): HeldConversation {
  const last = conversation.last_ts;
  return {
    ...conversation,
    last_ts: last === undefined || compareTs(last, ts) < 0 ? ts : last,
    message_number: Math.max(conversation.message_number, number ?? 0),
  };
}

function afterChange(conversation: HeldConversation, channel: Channel): HeldConversation {
  return {
    ...conversation,
    name: channel.name ?? conversation.name,
    topic: described(channel.topic, conversation.topic),
    purpose: described(channel.purpose, conversation.purpose),
    is_private: channel.is_private,
    is_archived: channel.is_archived,
    properties: channel.properties,
    is_general: channel.is_general === true ? true : undefined,
    member_count: channel.num_members ?? conversation.member_count,
  };
}

/** A conversation has no empty topic or purpose: there is none. */
function described(told: Described | undefined, held: string | undefined): string | undefined {
  if (told === undefined) return held;
  return told.value === '' ? undefined : told.value;
}
