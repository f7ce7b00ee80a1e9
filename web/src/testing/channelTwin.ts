import type {
  ChannelEvent,
  Conversation,
  EventFrame,
  HistoryAnswer,
  Message,
} from '../protocol/generated';
import { alice, bob, conversation, message, tsOf } from './builders';

export type Change =
  | { kind: 'post'; own: boolean }
  | { kind: 'join' }
  | { kind: 'edit'; pick: number }
  | { kind: 'delete'; pick: number };

/** A channel as the server holds it: answers for any position of the past, to be raced against. */
export class ChannelTwin {
  readonly id = 'C1';
  readonly events: ChannelEvent[] = [];
  private readonly past: { messages: Message[]; conversation: Conversation }[] = [];
  private messages: Message[] = [];
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

  private edit(pick: number): void {
    const old = this.messages[pick % Math.max(1, this.messages.length)];
    if (old === undefined) return this.post(false);
    const edited = { user: old.user, ts: tsOf(this.head + 1) };
    const changed = { ...old, text: `${old.text}!`, edited };
    this.messages = this.messages.map((each) => (each === old ? changed : each));
    this.commit({ type: 'message_changed', channel: this.id, message: changed, revision: 2 });
  }

  private delete(pick: number): void {
    const old = this.messages[pick % Math.max(1, this.messages.length)];
    if (old === undefined) return this.post(false);
    this.messages = this.messages.filter((each) => each !== old);
    if ((old.number ?? 0) > this.conversation.read_number) {
      const deleted_after = this.conversation.deleted_after + 1;
      this.conversation = { ...this.conversation, deleted_after };
    }
    const { ts, number } = old;
    this.commit({ type: 'message_deleted', channel: this.id, ts, user: bob.id, number });
  }

  private commit(event: ChannelEvent): void {
    this.events.push(event);
  }

  private remember(): void {
    this.past.push({ messages: this.messages, conversation: { ...this.conversation } });
  }
}
