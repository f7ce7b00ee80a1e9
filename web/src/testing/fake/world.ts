import type {
  ChannelEvent,
  Conversation,
  Message,
  Person,
  StreamEvent,
  Team,
  User,
  WorkspaceEvent,
} from '../../protocol/generated';

export interface Logged {
  offset: number;
  event: StreamEvent;
}

export interface FakeChannel {
  id: string;
  name: string | undefined;
  kind: 'channel' | 'private' | 'im' | 'mpim';
  creator: string;
  created: number;
  topic: string;
  archived: boolean;
  general: boolean;
  members: Set<string>;
  messages: Message[];
  number: number;
  deleted: number[];
  reads: Map<string, { ts: string; number: number }>;
  mentions: Map<string, Set<string>>;
  lastMicros: number;
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
    const user: User = {
      id: this.id('U'),
      name,
      real_name: realName,
      profile: { real_name: realName, email },
    };
    this.accounts.set(user.id, { user, email, password });
    if (this.team !== undefined) this.log(this.team.id, { type: 'user_joined', user });
    for (const channel of this.channels.values()) {
      if (channel.general || channel.name === 'random') this.join(channel, user.id);
    }
    return user;
  }

  people(): Person[] {
    return [...this.accounts.values()].map(({ user }) => user);
  }

  addChannel(kind: FakeChannel['kind'], name: string | undefined, members: string[]): FakeChannel {
    const prefix = { channel: 'C', private: 'C', im: 'D', mpim: 'G' }[kind];
    const channel: FakeChannel = {
      id: this.id(prefix),
      name,
      kind,
      creator: members[0] ?? '',
      created: Math.floor(this.now() / 1000),
      topic: '',
      archived: false,
      general: name === 'general',
      members: new Set(members),
      messages: [],
      number: 0,
      deleted: [],
      reads: new Map(),
      mentions: new Map(),
      lastMicros: 0,
    };
    this.channels.set(channel.id, channel);
    for (const user of members) this.tellJoined(channel, user);
    if (kind === 'channel' && this.team !== undefined) {
      const { id, creator, created } = channel;
      const created_: WorkspaceEvent = {
        type: 'channel_created',
        channel: { id, name: name ?? '', creator, created },
      };
      this.log(this.team.id, created_);
    }
    return channel;
  }

  join(channel: FakeChannel, user: string, inviter?: string): void {
    if (channel.members.has(user)) return;
    channel.members.add(user);
    const read = { ts: channel.messages.at(-1)?.ts ?? '0', number: channel.number };
    channel.reads.set(user, read);
    this.log(channel.id, { type: 'member_joined_channel', channel: channel.id, user, inviter });
    this.line(channel, user, 'channel_join', `<@${user}> has joined the channel`, inviter);
    this.tellJoined(channel, user);
  }

  leave(channel: FakeChannel, user: string, actor?: string): void {
    if (!channel.members.delete(user)) return;
    this.log(channel.id, { type: 'member_left_channel', channel: channel.id, user, actor });
    this.line(channel, user, 'channel_leave', `<@${user}> has left the channel`);
    this.log(user, { type: 'channel_left', channel: channel.id });
  }

  post(channel: FakeChannel, user: string, text: string, clientId?: string): Message {
    const known = channel.messages.find((each) => each.client_msg_id === clientId);
    if (clientId !== undefined && known !== undefined) return known;
    const before = this.unread(channel, user);
    channel.number += 1;
    const message: Message = { ts: this.ts(channel), user, text, number: channel.number };
    if (clientId !== undefined) message.client_msg_id = clientId;
    channel.messages.push(message);
    this.log(channel.id, { type: 'message', channel: channel.id, ...message });
    for (const [, mentioned] of text.matchAll(/<@(U\w+)>/g)) {
      if (mentioned === undefined || mentioned === user || !channel.members.has(mentioned))
        continue;
      this.mentionsOf(channel, mentioned).add(message.ts);
      this.log(mentioned, { type: 'mention_added', channel: channel.id, ts: message.ts });
    }
    if (before === 0) this.mark(channel, user, message.ts);
    return message;
  }

  edit(channel: FakeChannel, ts: string, text: string, user: string): Message | undefined {
    const at = channel.messages.findIndex((each) => each.ts === ts);
    const old = channel.messages[at];
    if (old === undefined) return undefined;
    const edited = { user, ts: `${Math.floor(this.now() / 1000)}.000000` };
    const message = { ...old, text, edited };
    channel.messages[at] = message;
    this.log(channel.id, { type: 'message_changed', channel: channel.id, message, revision: 2 });
    return message;
  }

  remove(channel: FakeChannel, ts: string, user: string): boolean {
    const old = channel.messages.find((each) => each.ts === ts);
    if (old === undefined) return false;
    channel.messages = channel.messages.filter((each) => each !== old);
    if (old.number !== undefined) channel.deleted.push(old.number);
    this.supersede(channel.id, ts);
    const event: ChannelEvent = { type: 'message_deleted', channel: channel.id, ts, user };
    this.log(channel.id, old.number === undefined ? event : { ...event, number: old.number });
    return true;
  }

  mark(channel: FakeChannel, user: string, ts: string): void {
    const read = channel.messages.findLast((each) => each.ts <= ts && each.number !== undefined);
    channel.reads.set(user, { ts, number: read?.number ?? 0 });
    for (const each of this.mentionsOf(channel, user)) {
      if (each <= ts) this.mentionsOf(channel, user).delete(each);
    }
    const { read_number, deleted_after, mention_count } = this.conversation(channel, user);
    this.log(user, {
      type: 'channel_marked',
      channel: channel.id,
      ts,
      number: read_number,
      deleted_after,
      mention_count,
    });
  }

  conversation(channel: FakeChannel, user: string): Conversation {
    const read = channel.reads.get(user) ?? { ts: '0', number: 0 };
    const others = [...channel.members].filter((each) => each !== user);
    return {
      id: channel.id,
      name: channel.name,
      is_private: channel.kind !== 'channel',
      is_im: channel.kind === 'im',
      is_mpim: channel.kind === 'mpim',
      user: channel.kind === 'im' ? (others[0] ?? user) : undefined,
      users: channel.kind === 'mpim' ? [...channel.members] : undefined,
      topic: channel.topic,
      creator: channel.creator,
      created: channel.created,
      is_archived: channel.archived,
      is_general: channel.general,
      member_count: channel.members.size,
      position: this.head(channel.id),
      message_number: channel.number,
      last_ts: channel.messages.at(-1)?.ts,
      read_ts: read.ts,
      read_number: read.number,
      deleted_after: channel.deleted.filter((number) => number > read.number).length,
      mention_count: this.mentionsOf(channel, user).size,
    };
  }

  log(stream: string, event: StreamEvent): void {
    const log = this.logs.get(stream) ?? [];
    this.logs.set(stream, log);
    const logged = { offset: log.length + 1, event };
    log.push(logged);
    for (const listener of this.listeners) listener(stream, logged);
  }

  private tellJoined(channel: FakeChannel, user: string): void {
    this.log(user, { type: 'channel_joined', channel: this.conversation(channel, user) });
  }

  private line(
    channel: FakeChannel,
    user: string,
    subtype: string,
    text: string,
    inviter?: string,
  ): void {
    const message: Message = { ts: this.ts(channel), user, text, subtype, inviter };
    channel.messages.push(message);
    this.log(channel.id, { type: 'message', channel: channel.id, ...message });
  }

  private supersede(stream: string, ts: string): void {
    const log = this.logs.get(stream) ?? [];
    for (const logged of log) {
      const { event } = logged;
      if (event.type === 'message' && event.ts === ts) {
        const { channel, number } = event;
        logged.event = { type: 'message_superseded', channel, ts, number };
      }
    }
  }

  private unread(channel: FakeChannel, user: string): number {
    const { message_number, read_number, deleted_after } = this.conversation(channel, user);
    return message_number - read_number - deleted_after;
  }

  private mentionsOf(channel: FakeChannel, user: string): Set<string> {
    const found = channel.mentions.get(user) ?? new Set<string>();
    channel.mentions.set(user, found);
    return found;
  }

  private ts(channel: FakeChannel): string {
    channel.lastMicros = Math.max(channel.lastMicros + 1, this.now() * 1000);
    const seconds = Math.floor(channel.lastMicros / 1e6);
    return `${seconds}.${String(channel.lastMicros % 1e6).padStart(6, '0')}`;
  }
}
