import type {
  Message,
  Offset,
  PinAddedEvent,
  PinRemovedEvent,
  ReactionAddedEvent,
  ReactionRemovedEvent,
  ThreadState,
} from '../protocol/generated';
import { findMessage, place, remove, type Segments } from './segments';

const tombstoneText = 'This message was deleted.';

/** Whether a message is shown in its thread and not in the channel. */
export function isInThreadOnly({ ts, thread_ts, subtype }: Message): boolean {
  return thread_ts !== undefined && thread_ts !== ts && subtype !== 'thread_broadcast';
}

/** The message on which replies hang, with the counts that an event of one of them carries. */
export function withThread(
  segments: Segments,
  thread: ThreadState | undefined,
  offset: Offset,
): Segments {
  if (thread === undefined) return segments;
  const root = findMessage(segments, thread.ts);
  if (root === undefined || root.at > offset) return segments;
  if (root.subtype === 'tombstone' && thread.reply_count === 0) {
    return remove(segments, root.ts, offset);
  }
  return place(segments, { ...counted(root, thread), at: offset });
}

/** What stays of a deleted message: nothing, unless replies hang on it. */
export function withoutMessage(
  segments: Segments,
  { ts, thread }: { ts: string; thread?: ThreadState },
  offset: Offset,
): Segments {
  if (thread?.ts !== ts) return withThread(remove(segments, ts, offset), thread, offset);
  const root = findMessage(segments, ts);
  if (root === undefined || root.at > offset) return segments;
  const { type, team, number } = root;
  const bare: Message = { type, team, ts, user: 'USLACKBOT', text: tombstoneText, hidden: true };
  const kept = number === undefined ? bare : { ...bare, number };
  return place(segments, { ...counted({ ...kept, subtype: 'tombstone' }, thread), at: offset });
}

/** What was written anew, with what others had done with it. */
export function rewritten(held: Message | undefined, message: Message): Message {
  if (held === undefined) return message;
  const { reactions, pinned_to, reply_count } = held;
  const reacted = { ...message, ...definite({ reactions, pinned_to }) };
  if (reply_count === undefined) return reacted;
  const { thread_ts, reply_users, reply_users_count, latest_reply } = held;
  const thread = {
    thread_ts,
    reply_count,
    reply_users,
    reply_users_count,
    latest_reply,
  };
  return { ...reacted, ...definite(thread) };
}

export function withReaction(
  segments: Segments,
  { type, ts, user, reaction }: ReactionAddedEvent | ReactionRemovedEvent,
  offset: Offset,
): Segments {
  const held = findMessage(segments, ts);
  if (held === undefined || held.at > offset) return segments;
  const on = type === 'reaction_added';
  return place(segments, { ...reacted(held, { name: reaction, user, on }), at: offset });
}

/** A message after somebody reacted, or took that back; in the order of the first who did. */
export function reacted<M extends Message>(
  held: M,
  { name, user, on }: { name: string; user: string; on: boolean },
): M {
  const others = (held.reactions ?? []).map((each) =>
    each.name === name ? { ...each, users: each.users.filter((one) => one !== user) } : each,
  );
  const added = on ? add(others, name, user) : others;
  const reactions = added
    .filter(({ users }) => users.length > 0)
    .map((each) => ({ ...each, count: each.users.length }));
  const { reactions: _, ...bare } = held;
  return (reactions.length === 0 ? bare : { ...bare, reactions }) as M;
}

export function withPin(
  segments: Segments,
  { type, channel, ts }: PinAddedEvent | PinRemovedEvent,
  offset: Offset,
): Segments {
  const held = findMessage(segments, ts);
  if (held === undefined || held.at > offset) return segments;
  const { pinned_to: _, ...bare } = held;
  const pinned = type === 'pin_added' ? { pinned_to: [channel] } : {};
  return place(segments, { ...bare, ...pinned, at: offset });
}

type Reactions = NonNullable<Message['reactions']>;

function add(reactions: Reactions, name: string, user: string): Reactions {
  const known = reactions.find((each) => each.name === name && each.users.length > 0);
  if (known === undefined) {
    const others = reactions.filter((each) => each.name !== name);
    return [...others, { name, users: [user], count: 1 }];
  }
  return reactions.map((each) =>
    each === known ? { ...each, users: [...each.users, user] } : each,
  );
}

function counted<M extends Message>(root: M, thread: ThreadState): M {
  const { thread_ts, reply_count, reply_users, reply_users_count, latest_reply, ...bare } = root;
  if (thread.reply_count === 0) return bare as M;
  const { ts, reply_number, number, ...counts } = thread;
  return { ...(bare as M), thread_ts: ts, ...counts };
}

/** The same without the fields that have no value. */
function definite<T extends object>(fields: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}
