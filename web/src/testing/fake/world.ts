import type {
  Conversation,
  Message,
  Person,
  StreamEvent,
  Team,
  User,
} from '../../protocol/generated';
import { personOf } from '../../store/people';
import { userOf } from '../builders';
import { everybody, FakeChannel } from './channel';

export interface Logged {
  offset: number;
  event: StreamEvent;
}

export interface Account {
  user: User;
  email: string;
  password: string;
}

type Listener = (stream: string, logged: Logged) => void;

/** One workspace with its streams, in memory: what the protocol promises, and nothing else. */
export class World {
  team: Team | undefined;
  readonly accounts = new Map<string, Account>();
  readonly channels = new Map<string, FakeChannel>();
  readonly logs = new Map<string, Logged[]>();
  readonly epoch = 1;
  private readonly listeners = new Set<Listener>();
  private count = 0;

  constructor(readonly now: () => number = () => Date.now()) {}

  listen(listener: Listener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  head(stream: string): number {
    return this.logs.get(stream)?.length ?? 0;
  }

  id(prefix: string): string {
    this.count += 1;
    return `${prefix}${this.count.toString(36).toUpperCase().padStart(8, '0')}`;
  }

  addUser(name: string, realName: string, email: string, password: string): User {
    const user = userOf({ id: this.id('U'), name, real_name: realName }, email);
    this.accounts.set(user.id, { user, email, password });
    if (this.team !== undefined) this.log(this.team.id, { type: 'user_joined', user });
    for (const channel of this.channels.values()) {
      if (channel.general || channel.name === 'random') this.join(channel, user.id);
    }
    return user;
  }

  people(): Person[] {
    return [...this.accounts.values()].map(({ user }) => personOf(user));
  }

  addChannel(kind: FakeChannel['kind'], name: string | undefined, members: string[]): FakeChannel {
    const prefix = { channel: 'C', private: 'C', im: 'D', mpim: 'G' }[kind];
    const created = Math.floor(this.now() / 1000);
    const channel = new FakeChannel(this.id(prefix), kind, name, created, members);
    this.channels.set(channel.id, channel);
    for (const user of members) this.tellJoined(channel, user);
    if (kind === 'channel' && this.team !== undefined) {
      const { id, creator } = channel;
      const made = { id, name: name ?? '', creator, created };
      this.log(this.team.id, { type: 'channel_created', channel: made });
    }
    return channel;
  }

  join(channel: FakeChannel, user: string, inviter?: string): void {
    if (channel.members.has(user)) return;
    channel.enter(user);
    const by = inviter === undefined ? {} : { inviter };
    this.log(channel.id, { type: 'member_joined_channel', channel: channel.id, user, ...by });
    const text = `<@${user}> has joined the channel`;
    this.line(channel, { ...this.draft(channel, user, text), subtype: 'channel_join', ...by });
    this.tellJoined(channel, user);
  }

  leave(channel: FakeChannel, user: string, actor?: string): void {
    if (!channel.members.delete(user)) return;
    const by = actor === undefined ? {} : { actor };
    this.log(channel.id, { type: 'member_left_channel', channel: channel.id, user, ...by });
    const text = `<@${user}> has left the channel`;
    this.line(channel, { ...this.draft(channel, user, text), subtype: 'channel_leave', ...by });
    this.log(user, { type: 'channel_left', channel: channel.id, ...by });
  }

  post(channel: FakeChannel, user: string, text: string, clientId?: string): Message {
    const known = channel.messages.find((each) => each.client_msg_id === clientId);
    if (clientId !== undefined && known !== undefined) return known;
    const readAll = channel.unread(user) === 0;
    channel.number += 1;
    const message: Message = { ...this.draft(channel, user, text), number: channel.number };
    if (clientId !== undefined) message.client_msg_id = clientId;
    channel.messages.push(message);
    channel.numbers.set(message.ts, channel.number);
    channel.authors.set(message.ts, user);
    const named = channel.namedIn(text, user);
    if (readAll) channel.read(user, message.ts);
    this.log(channel.id, {
      ...message,
      channel: channel.id,
      ...(readAll ? { author_read: channel.marker(user, 0).version } : {}),
      ...(named.has(everybody) ? { everybody: 1, everybody_by: user } : {}),
    });
    this.tellNamed(channel, message.ts, named);
    return message;
  }

  edit(channel: FakeChannel, ts: string, text: string, user: string): Message | undefined {
    const at = channel.messages.findIndex((each) => each.ts === ts);
    const old = channel.messages[at];
    if (old === undefined) return undefined;
    const edited = { user, ts: channel.nextTs(this.now()) };
    const message = { ...old, text, edited };
    channel.messages[at] = message;
    const before = channel.mentions.get(ts)?.has(everybody) === true;
    const named = channel.namedIn(text, user);
    this.supersede(channel.id, ts);
    this.log(channel.id, {
      type: 'message_changed',
      channel: channel.id,
      message,
      revision: 1,
      ...addressing(before, named.has(everybody), old.user),
    });
    this.tellNamed(channel, ts, named);
    return message;
  }

  remove(channel: FakeChannel, ts: string, user: string): boolean {
    const old = channel.messages.find((each) => each.ts === ts);
    if (old === undefined) return false;
    channel.messages = channel.messages.filter((each) => each !== old);
    if (old.number !== undefined) channel.deleted.push(old.number);
    const before = channel.mentions.get(ts)?.has(everybody) === true;
    this.supersede(channel.id, ts);
    this.log(channel.id, {
      type: 'message_deleted',
      channel: channel.id,
      ts,
      user,
      ...(old.number === undefined ? {} : { number: old.number }),
      ...(before ? { everybody: -1, everybody_by: old.user } : {}),
    });
    this.tellNamed(channel, ts, new Set());
    return true;
  }

  mark(channel: FakeChannel, user: string, ts: string, forwardOnly = true, asOf?: number): void {
    if (!channel.read(user, ts, forwardOnly, asOf)) return;
    this.log(user, { type: 'channel_marked', ...channel.marker(user, this.head(channel.id)) });
  }

  mute(channel: FakeChannel, user: string, muted: boolean): void {
    if (channel.muted.has(user) === muted) return;
    if (muted) channel.muted.add(user);
    else channel.muted.delete(user);
    this.log(user, { type: 'channel_muted', channel: channel.id, muted });
  }

  conversation(channel: FakeChannel, user: string): Conversation {
    return channel.conversation(user, this.head(channel.id));
  }

  log(stream: string, event: StreamEvent): void {
    const log = this.logs.get(stream) ?? [];
    this.logs.set(stream, log);
    const logged = { offset: log.length + 1, event };
    log.push(logged);
    for (const listener of this.listeners) listener(stream, logged);
  }

  private tellJoined(channel: FakeChannel, user: string): void {
    const said = (value: string) => ({ value, creator: '', last_set: 0 });
    const words = { topic: said(channel.topic), purpose: said('') };
    this.log(user, { type: 'channel_joined', channel: this.conversation(channel, user), ...words });
  }

  private draft(channel: FakeChannel, user: string, text: string): Message {
    const ts = channel.nextTs(this.now());
    return { type: 'message', ts, user, team: this.team?.id ?? '', text };
  }

  private line(channel: FakeChannel, message: Message): void {
    channel.messages.push(message);
    this.log(channel.id, { ...message, channel: channel.id });
  }

  /** Says to those who are named now and were not, or the other way round, where they stand. */
  private tellNamed(channel: FakeChannel, ts: string, named: Set<string>): void {
    const before = channel.mentions.get(ts) ?? new Set<string>();
    channel.mentions.set(ts, named);
    for (const user of new Set([...before, ...named])) {
      if (user === everybody || before.has(user) === named.has(user)) continue;
      const type = named.has(user) ? 'mention_added' : 'mention_removed';
      const marker = channel.marker(user, this.head(channel.id));
      this.log(user, { type, message_ts: ts, ...marker });
    }
  }

  private supersede(stream: string, ts: string): void {
    for (const logged of this.logs.get(stream) ?? []) {
      const { event } = logged;
      if (event.type === 'message' && event.ts === ts) {
        const { channel, number, user, author_read } = event;
        logged.event = {
          type: 'message_superseded',
          channel,
          ts,
          ...(number === undefined ? {} : { number }),
          ...(author_read === undefined ? {} : { user, author_read }),
          ...calls(event),
        };
      }
      if (event.type === 'message_changed' && event.message.ts === ts) {
        const { channel } = event;
        logged.event = { type: 'message_superseded', channel, ts, ...calls(event) };
      }
    }
  }
}

interface Calls {
  everybody?: 1 | -1;
  everybody_by?: string;
}

function addressing(before: boolean, after: boolean, author: string): Calls {
  return before === after ? {} : { everybody: after ? 1 : -1, everybody_by: author };
}

function calls({ everybody: all, everybody_by }: Calls): Calls {
  return {
    ...(all === undefined ? {} : { everybody: all }),
    ...(everybody_by === undefined ? {} : { everybody_by }),
  };
}
