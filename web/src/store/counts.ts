import {
  usualConversation,
  type ChannelEvent,
  type Conversation,
  type Offset,
  type Ts,
  type UserId,
  type WireConversation,
} from '../protocol/generated';
import { compareTs } from './ts';

/** A read marker, what is counted from it, and the offset of the channel's stream at which that was true. */
export interface Counts {
  position: Offset;
  read_ts: Ts;
  read_number: number;
  read_version: number;
  deleted_after: number;
  mention_count: number;
  /** Those of them that address the whole channel. */
  everybody_count: number;
}

/** What one event of the channel does to the counts of this person. */
export interface Effect {
  offset: Offset;
  ts: Ts;
  number: number;
  deleted: boolean;
  everybody: -1 | 0 | 1;
  /** The version of the own marker that moved to this message. */
  read: number | undefined;
}

/** The last counts that the server gave, and the effects of the stream's events since. */
export interface Ledger {
  base: Counts;
  since: readonly Effect[];
}

/** A conversation whose counts can be told again from the last ones that the server gave. */
export interface HeldConversation extends Conversation {
  ledger: Ledger;
  /** The offset of the own stream at which it was last said whether it is muted or put away. */
  stands?: Offset | undefined;
}

const effectsMost = 256;

export function hold(told: WireConversation): HeldConversation {
  const conversation: Conversation = { ...usualConversation, ...told };
  return { ...conversation, ledger: { base: countsIn(conversation), since: [] } };
}

export function countsIn(given: Counts): Counts {
  const { position, read_ts, read_number, read_version } = given;
  const { deleted_after, mention_count, everybody_count } = given;
  return {
    position,
    read_ts,
    read_number,
    read_version,
    deleted_after,
    mention_count,
    everybody_count,
  };
}

/** Adds what an event does; events that the counts already include do nothing. */
export function countEvent(
  held: HeldConversation,
  event: ChannelEvent,
  offset: Offset,
  self: UserId,
): HeldConversation {
  const { base, since } = held.ledger;
  const effect = effectOf(event, offset, self);
  if (effect === undefined || offset <= base.position) return held;
  const ledger = bounded({ base, since: [...since, effect] });
  return { ...held, ...fieldsOf(countsOf(ledger)), ledger };
}

/** Takes the server's word, unless what is held is newer; the effects of later events stay. */
export function takeCounts(held: HeldConversation, counts: Counts): HeldConversation {
  const { base, since } = held.ledger;
  if (isOlder(counts, base)) return held;
  const later = since.filter(({ offset }) => offset > counts.position);
  const ledger = { base: counts, since: later };
  return { ...held, ...fieldsOf(countsOf(ledger)), ledger };
}

/** Of two words about the same position the one with the later marker counts. */
function isOlder(one: Counts, other: Counts): boolean {
  if (one.position !== other.position) return one.position < other.position;
  if (one.read_version !== other.read_version) return one.read_version < other.read_version;
  return one.read_number < other.read_number || compareTs(one.read_ts, other.read_ts) < 0;
}

function countsOf({ base, since }: Ledger): Counts {
  return since.reduce(withEffect, base);
}

function withEffect(counts: Counts, effect: Effect): Counts {
  const { ts, number, deleted, everybody, read } = effect;
  if (read !== undefined) {
    const read_version = Math.max(counts.read_version, read);
    return {
      ...counts,
      read_ts: ts,
      read_number: number,
      read_version,
      deleted_after: 0,
      mention_count: 0,
      everybody_count: 0,
    };
  }
  const gone = deleted && number > counts.read_number ? 1 : 0;
  const mention = compareTs(ts, counts.read_ts) > 0 ? everybody : 0;
  return {
    ...counts,
    deleted_after: counts.deleted_after + gone,
    mention_count: Math.max(0, counts.mention_count + mention),
    everybody_count: Math.max(0, counts.everybody_count + mention),
  };
}

/** Whom one addresses oneself is not oneself. */
function callIn(
  event: { everybody?: -1 | 1; everybody_by?: UserId },
  self: UserId,
): Effect['everybody'] {
  return event.everybody_by === self ? 0 : (event.everybody ?? 0);
}

function effectOf(event: ChannelEvent, offset: Offset, self: UserId): Effect | undefined {
  switch (event.type) {
    case 'message':
    case 'message_superseded': {
      const { ts, number = 0, author_read, user } = event;
      const everybody = callIn(event, self);
      const read = user === self ? author_read : undefined;
      if (everybody === 0 && read === undefined) return undefined;
      return { offset, ts, number, deleted: false, everybody, read };
    }
    case 'message_changed': {
      const { message } = event;
      const everybody = callIn(event, self);
      if (everybody === 0) return undefined;
      const { ts, number = 0 } = message;
      return { offset, ts, number, deleted: false, everybody, read: undefined };
    }
    case 'message_deleted': {
      const { ts, number = 0 } = event;
      const everybody = callIn(event, self);
      return { offset, ts, number, deleted: number > 0, everybody, read: undefined };
    }
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
    case 'nothing':
      return undefined;
    default:
      return undefined;
  }
}

/** What was counted long ago is not told again: no word about it is still on its way. */
function bounded(ledger: Ledger): Ledger {
  const [first, ...since] = ledger.since;
  if (first === undefined || since.length < effectsMost) return ledger;
  return { base: { ...withEffect(ledger.base, first), position: first.offset }, since };
}

function fieldsOf({ position, ...fields }: Counts): Omit<Counts, 'position'> {
  return fields;
}
