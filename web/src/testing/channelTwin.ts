import type {
  ChannelEvent,
  Conversation,
  EventFrame,
  HistoryAnswer,
  Message,
  ThreadState,
} from '../protocol/generated';
import { alice, bob, conversation, message, tsOf } from './builders';

export type Change =
  | { kind: 'post'; own: boolean }
  | { kind: 'join' }
  | { kind: 'reply'; pick: number; broadcast: boolean }
  | { kind: 'react'; pick: number; name: string }
  | { kind: 'pin'; pick: number }
  | { kind: 'edit'; pick: number }
  | { kind: 'delete'; pick: number };

/** A channel as the server holds it: answers for any position of the past, to be raced against. */
export class ChannelTwin {
  readonly id = 'C1';
  readonly events: ChannelEvent[] = [];
  private readonly past: { messages: Message[]; conversation: Conversation }[] = [];
  private messages: Message[] = [];
  private replies: Message[] = [];
  private conversation: Conversation = conversation();

  constructor() {
    this.remember();
  }

  change(change: Change): void {
    switch (change.kind) {
      case 'post':
        this.post(change.own);
        break;
      case 'join':
        this.commit({ type: 'member_joined_channel', channel: this.id, user: 'U9' });
        this.conversation.member_count += 1;
        break;
      case 'reply':
        this.reply(change.pick, change.broadcast);
        break;
      case 'react':
        this.react(change.pick, change.name);
        break;
      case 'pin':
        this.pin(change.pick);
        break;
      case 'edit':
        this.edit(change.pick);
        break;
      case 'delete':
        this.delete(change.pick);
        break;
    }
    this.remember();
  }

  get head(): number {
    return this.events.length;
  }

  frame(offset: number): EventFrame {
    const event = this.events[offset - 1]!;
    return { type: 'event', stream: this.id, offset, prev: offset - 1, event };
  }

  messagesAt(position: number): Message[] {
    return this.past[position]!.messages;
  }

  conversationAt(position: number): Conversation {
    return { ...this.past[position]!.conversation, position };
  }

  page(
    position: number,
    limit: number,
    side: 'before' | 'after' | 'newest',
    ts = '',
  ): HistoryAnswer {
    const all = this.messagesAt(position);
    const range = {
      newest: all,
      before: all.filter((each) => each.ts < ts),
      after: all.filter((each) => each.ts > ts),
    }[side];
    const messages = side === 'after' ? range.slice(0, limit) : range.slice(-limit);
    const first = messages[0]?.ts ?? ts;
    const last = messages.at(-1)?.ts ?? ts;
    return {
      messages,
      has_more_before: side === 'after' ? true : all.some((each) => each.ts < first),
      has_more_after: side === 'before' ? true : all.some((each) => each.ts > last),
      position,
      users: [],
    };
  }

  private post(own: boolean): void {
    const number = this.conversation.message_number + 1;
    const user = own ? alice.id : bob.id;
    const posted = message({ ts: tsOf(this.head + 1), user, text: `text ${number}`, number });
    const unread =
      this.conversation.message_number -
      this.conversation.read_number -
      this.conversation.deleted_after;
    this.messages = [...this.messages, posted];
    this.conversation = { ...this.conversation, message_number: number, last_ts: posted.ts };
    const readAll = own && unread === 0;
    if (readAll) {
      this.conversation = {
        ...this.conversation,
        read_number: number,
        read_ts: posted.ts,
        deleted_after: 0,
      };
    }
    const moved = readAll ? { author_read: 0 } : {};
    this.commit({ ...posted, channel: this.id, ...moved });
  }

  private reply(pick: number, broadcast: boolean): void {
    const root = this.picked(pick, ({ subtype }) => subtype !== 'thread_broadcast');
    if (root === undefined) return this.post(false);
    const ts = tsOf(this.head + 1);
    const of = { thread_ts: root.ts, parent_user_id: root.user };
    const { number: _, ...plain } = message({ ts, user: bob.id, text: 'a reply' });
    const number = this.conversation.message_number + 1;
    const reply: Message = broadcast
      ? { ...plain, ...of, number, subtype: 'thread_broadcast' }
      : { ...plain, ...of };
    this.conversation = { ...this.conversation, last_ts: ts };
    if (broadcast) {
      this.conversation = { ...this.conversation, message_number: number };
      this.messages = [...this.messages, reply];
    }
    this.replies = [...this.replies, reply];
    this.commit({ ...reply, channel: this.id, thread: this.recount(root.ts) });
  }

  /** The root's counts after its replies changed; a tombstone without replies goes. */
  private recount(ts: string): ThreadState {
    const replies = this.replies.filter(({ thread_ts }) => thread_ts === ts);
    const latest = replies.at(-1)?.ts;
    const counts = {
      reply_count: replies.length,
      reply_users_count: replies.length > 0 ? 1 : 0,
      reply_users: replies.length > 0 ? [bob.id] : [],
      ...(latest === undefined ? {} : { latest_reply: latest }),
    };
    this.messages = this.messages.flatMap((each) => {
      if (each.ts !== ts) return [each];
      if (replies.length > 0) return [{ ...each, thread_ts: ts, ...counts }];
      if (each.subtype === 'tombstone') return [];
      const { thread_ts, reply_count, reply_users, reply_users_count, ...rest } = each;
      const { latest_reply, ...bare } = rest;
      return [bare];
    });
    return { ts, ...counts, reply_number: replies.length };
  }

  private react(pick: number, name: string): void {
    const old = this.picked(pick);
    if (old === undefined) return this.post(false);
    const held = old.reactions ?? [];
    const given = held.some((each) => each.name === name);
    const reactions = given
      ? held.filter((each) => each.name !== name)
      : [...held, { name, users: [bob.id], count: 1 }];
    const { reactions: _, ...bare } = old;
    const changed = reactions.length === 0 ? bare : { ...bare, reactions };
    this.messages = this.messages.map((each) => (each === old ? changed : each));
    const type = given ? 'reaction_removed' : 'reaction_added';
    const about = { channel: this.id, ts: old.ts, item_user: old.user };
    this.commit({ type, ...about, user: bob.id, reaction: name });
  }

  private pin(pick: number): void {
    const old = this.picked(pick);
    if (old === undefined) return this.post(false);
    const { pinned_to, ...bare } = old;
    const added = pinned_to === undefined;
    const changed = added ? { ...bare, pinned_to: [this.id] } : bare;
    this.messages = this.messages.map((each) => (each === old ? changed : each));
    const about = { channel: this.id, ts: old.ts, user: bob.id, item_user: old.user };
    this.commit(
      added ? { type: 'pin_added', ...about, pinned_ts: 1 } : { type: 'pin_removed', ...about },
    );
  }

  /** One of the messages that somebody can do something with. */
  private picked(pick: number, may: (message: Message) => boolean = () => true) {
    const all = this.messages.filter((each) => each.subtype !== 'tombstone' && may(each));
    return all[pick % Math.max(1, all.length)];
  }

  private edit(pick: number): void {
    const old = this.picked(pick);
    if (old === undefined) return this.post(false);
    const edited = { user: old.user, ts: tsOf(this.head + 1) };
    const changed = { ...old, text: `${old.text}!`, edited };
    this.messages = this.messages.map((each) => (each === old ? changed : each));
    const { reactions, pinned_to, ...written } = changed;
    const isRoot = written.thread_ts === written.ts;
    const { reply_count, reply_users, reply_users_count, latest_reply, ...bare } = written;
    const { thread_ts, ...root } = bare;
    const told = isRoot ? root : bare;
    this.commit({ type: 'message_changed', channel: this.id, message: told, revision: 2 });
  }

  private delete(pick: number): void {
    const old = this.picked(pick);
    if (old === undefined) return this.post(false);
    this.messages = this.messages.filter((each) => each !== old);
    this.replies = this.replies.filter(({ ts }) => ts !== old.ts);
    if ((old.number ?? 0) > this.conversation.read_number) {
      const deleted_after = this.conversation.deleted_after + 1;
      this.conversation = { ...this.conversation, deleted_after };
    }
    const { ts, number } = old;
    const gone = { type: 'message_deleted', channel: this.id, ts, user: bob.id, number } as const;
    const root = old.thread_ts ?? ts;
    if (root === ts && (old.reply_count ?? 0) > 0) this.bury(old);
    const answered = root !== ts || (old.reply_count ?? 0) > 0;
    this.commit(answered ? { ...gone, thread: this.recount(root) } : gone);
  }

  /** What is left of a message on which replies hang. */
  private bury({ type, team, ts, number }: Message): void {
    const words = { user: 'USLACKBOT', text: 'This message was deleted.', hidden: true } as const;
    const tombstone: Message = { type, team, ts, ...words, subtype: 'tombstone' };
    const kept = number === undefined ? tombstone : { ...tombstone, number };
    this.messages = [...this.messages, kept].sort((one, two) => (one.ts < two.ts ? -1 : 1));
  }

  private commit(event: ChannelEvent): void {
    this.events.push(event);
  }

  private remember(): void {
    this.past.push({ messages: this.messages, conversation: { ...this.conversation } });
  }
}
