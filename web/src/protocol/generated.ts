/** The wire's words, as docs/protocol.md describes them. */

export type Ts = string;
export type Offset = number;
export type UserId = string;
export type ChannelId = string;
export type TeamId = string;
export type StreamId = string;
export type Positions = Record<StreamId, Offset>;

export interface Team {
  id: TeamId;
  name: string;
  domain: string;
}

export interface Profile {
  display_name?: string;
  real_name?: string;
  title?: string;
  email?: string;
}

export interface Person {
  id: UserId;
  name: string;
  real_name?: string;
  display_name?: string;
  is_bot?: boolean;
  deleted?: boolean;
  tz_offset?: number;
}

export interface User extends Person {
  team_id?: TeamId;
  tz?: string;
  profile?: Profile;
  is_admin?: boolean;
  is_owner?: boolean;
}

export interface Described {
  value: string;
}

export interface Conversation {
  id: ChannelId;
  name?: string;
  is_private: boolean;
  is_im: boolean;
  is_mpim: boolean;
  user?: UserId;
  users?: UserId[];
  topic?: string | Described;
  purpose?: string | Described;
  creator?: UserId;
  created: number;
  is_archived: boolean;
  is_general?: boolean;
  member_count: number;
  position: Offset;
  message_number: number;
  last_ts?: Ts;
  read_ts: Ts;
  read_number: number;
  read_version: number;
  deleted_after: number;
  mention_count: number;
}

export interface Message {
  type?: 'message';
  ts: Ts;
  team?: TeamId;
  user?: UserId;
  text: string;
  number?: number;
  client_msg_id?: string;
  subtype?: string;
  thread_ts?: Ts;
  edited?: { user: UserId; ts: Ts };
  inviter?: UserId;
  bot_id?: string;
  username?: string;
}

/** A channel in Slack's shape. */
export interface Channel {
  id: ChannelId;
  name?: string;
  topic?: string | Described;
  purpose?: string | Described;
  creator?: UserId;
  created?: number;
  is_private?: boolean;
  is_archived?: boolean;
  is_general?: boolean;
  is_member?: boolean;
  num_members?: number;
}

/** What an event of a message does to the counts of those who read. */
export interface Counting {
  /** The message began to address everybody, or ceased to. */
  everybody?: 1 | -1;
}

export type ChannelEvent =
  | ({ type: 'message'; channel: ChannelId; author_read?: number } & Omit<Message, 'type'> &
      Counting)
  | ({ type: 'message_changed'; channel: ChannelId; message: Message; revision: number } & Counting)
  | ({
      type: 'message_deleted';
      channel: ChannelId;
      ts: Ts;
      user: UserId;
      number?: number;
    } & Counting)
  | ({
      type: 'message_superseded';
      channel: ChannelId;
      ts: Ts;
      number?: number;
      user?: UserId;
      author_read?: number;
    } & Counting)
  | { type: 'member_joined_channel'; channel: ChannelId; user: UserId; inviter?: UserId }
  | { type: 'member_left_channel'; channel: ChannelId; user: UserId; actor?: UserId }
  | { type: 'channel_changed'; channel: Channel }
  | NothingEvent;

/** What the event said has lost its meaning. */
export interface NothingEvent {
  type: 'nothing';
}

/** A read marker as it stands, and what is counted from it at an offset of the channel's stream. */
export interface Marker {
  channel: ChannelId;
  ts: Ts;
  number: number;
  version: number;
  position: Offset;
  deleted_after: number;
  mention_count: number;
}

export type UserEvent =
  | { type: 'channel_joined'; channel: Conversation }
  | { type: 'channel_left'; channel: ChannelId }
  | ({ type: 'channel_marked' } & Marker)
  | ({ type: 'mention_added' | 'mention_removed'; message_ts: Ts } & Marker)
  | NothingEvent;

export type WorkspaceEvent =
  | { type: 'user_joined'; user: User }
  | { type: 'user_changed'; user: User }
  | {
      type: 'channel_created';
      channel: { id: ChannelId; name: string; creator: UserId; created: number };
    }
  | NothingEvent;

export type StreamEvent = ChannelEvent | UserEvent | WorkspaceEvent;

export interface HelloFrame {
  type: 'hello';
  protocol: number;
  team: TeamId;
  user: UserId;
  session: string;
  time: Ts;
  build: string;
  epoch: number;
  ping_interval: number;
}

export interface EventFrame {
  type: 'event';
  stream: StreamId;
  offset: Offset;
  prev: Offset;
  event: StreamEvent;
}

export interface ResumedFrame {
  type: 'resumed';
  reply_to: number | string;
  streams: Positions;
  token?: string;
}

export interface ResyncFrame {
  type: 'resync';
  stream: StreamId;
  offset: Offset;
  reason: string;
}

export type ServerFrame =
  | HelloFrame
  | EventFrame
  | ResumedFrame
  | ResyncFrame
  | { type: 'gone'; stream: StreamId }
  | { type: 'typing'; channel: ChannelId; user: UserId }
  | { type: 'pong'; reply_to: number | string }
  | { type: 'goodbye'; reason: string; spread_ms: number }
  | { type: 'error'; code: string; message: string; reply_to?: number | string };

export type ClientFrame =
  | { type: 'resume'; id: number; epoch: number; streams: Positions; token?: string }
  | { type: 'ping'; id: number }
  | { type: 'typing'; channel: ChannelId }
  | { type: 'focus'; channels: ChannelId[] };

export interface StateAnswer {
  setup_required: boolean;
  teams: (Team & { user: UserId })[];
}

export interface SignedIn {
  team: Team;
  user: UserId | User;
}

export interface Session {
  id: string;
  created: number;
  last_seen: number;
  user_agent: string;
  ip: string;
  current: boolean;
}

export interface BootAnswer {
  self: User;
  team: Team;
  time: Ts;
  build: string;
  epoch: number;
  positions: Positions;
  channels: Conversation[];
  users: Person[];
}

export interface ResumeAnswer {
  epoch: number;
  positions: Positions;
  channels: Conversation[];
  gone: StreamId[];
}

export interface HistoryAnswer {
  messages: Message[];
  has_more_before: boolean;
  has_more_after: boolean;
  position: Offset;
  users: Person[];
}

export interface UsersAnswer {
  users: Person[];
  next_cursor?: string;
}
