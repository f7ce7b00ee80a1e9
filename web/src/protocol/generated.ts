/**
 * The wire's words, learnt from what the server writes. Written by
 * cd server && mvn -q test-compile surefire:test -Dtest=WireTypesTest -Dparley.rewrite=true
 */

/** Microseconds since 1970, as `seconds.micros`. */
export type Ts = string;
export type Offset = number;
export type UserId = string;
export type ChannelId = string;
export type TeamId = string;
export type StreamId = string;
export type Positions = Record<StreamId, Offset>;
/** Somebody else's JSON, looked at by whoever shows it. */
export type Json = unknown;

export interface Profile {
  always_active?: true;
  api_app_id?: string;
  avatar_hash: string;
  bot_id?: string;
  display_name: string;
  display_name_normalized: string;
  email?: string;
  fields: null;
  first_name: string;
  image_192?: string;
  image_24?: string;
  image_32?: string;
  image_48?: string;
  image_512?: string;
  image_72?: string;
  is_custom_image?: true;
  last_name: string;
  phone: string;
  pronouns?: string;
  real_name: string;
  real_name_normalized: string;
  skype: string;
  status_emoji: string;
  status_emoji_display_info: never[];
  status_expiration: number;
  status_text: string;
  status_text_canonical: string;
  team: TeamId;
  title: string;
}

export interface User {
  color: string;
  deleted: boolean;
  has_2fa?: boolean;
  id: UserId;
  is_admin?: boolean;
  is_app_user: boolean;
  is_bot: boolean;
  is_email_confirmed?: true;
  is_owner?: boolean;
  is_primary_owner?: boolean;
  is_restricted?: boolean;
  is_ultra_restricted?: boolean;
  name: string;
  profile: Profile;
  real_name: string;
  team_id: TeamId;
  tz: string;
  tz_label: string;
  tz_offset: number;
  updated: number;
  who_can_share_contact_card?: string;
}

export interface Person {
  deleted?: true;
  display_name?: string;
  face?: string;
  id: UserId;
  is_bot?: true;
  name: string;
  rank?: 'admin' | 'guest' | 'owner';
  real_name: string;
  status_emoji?: string;
  status_expiration?: number;
  status_text?: string;
  tz_offset?: number;
}

export interface Usergroup {
  auto_provision: boolean;
  auto_type: null;
  channel_count: number;
  created_by: UserId;
  date_create: number;
  date_delete: number;
  date_update: number;
  deleted_by: UserId | null;
  description: string;
  enterprise_subteam_id: string;
  handle: string;
  id: string;
  is_external: boolean;
  is_subteam: boolean;
  is_usergroup: boolean;
  name: string;
  prefs: { channels: ChannelId[]; groups: never[] };
  team_id: TeamId;
  updated_by: UserId;
  user_count: number;
  users: UserId[];
}

export interface Emoji {
  alias_for?: string;
  created_by: UserId;
  former_name?: string;
  id: string;
  name: string;
  path?: string;
  removed?: true;
}

export interface KeptDraft {
  channel: ChannelId;
  text: string;
  thread_ts?: Ts;
  updated: Ts;
}

export interface Bookmark {
  channel_id: ChannelId;
  date_created: number;
  date_updated: number;
  emoji?: string;
  id: string;
  last_updated_by_team_id: TeamId;
  last_updated_by_user_id: UserId;
  link: string;
  rank: '0000800000000';
  title: string;
  type: 'link';
}

export interface DndStatus {
  dnd_enabled: boolean;
  next_dnd_end_ts: number;
  next_dnd_start_ts: number;
  snooze_enabled?: boolean;
  snooze_endtime?: number;
  snooze_remaining?: number;
}

export interface Described {
  creator: string;
  last_set: number;
  value: string;
}

export interface Channel {
  context_team_id: TeamId;
  created: number;
  creator?: UserId;
  id: ChannelId;
  is_archived: boolean;
  is_channel: boolean;
  is_ext_shared?: boolean;
  is_general?: boolean;
  is_group: boolean;
  is_im: boolean;
  is_member?: boolean;
  is_mpim: boolean;
  is_org_shared: boolean;
  is_pending_ext_shared?: boolean;
  is_private: boolean;
  is_shared?: boolean;
  is_user_deleted?: boolean;
  name?: string;
  name_normalized?: string;
  num_members?: number;
  parent_conversation?: null;
  pending_connected_team_ids?: never[];
  pending_shared?: never[];
  previous_names?: never[];
  priority?: number;
  properties?: { posting_restricted_to?: { type: ('admin' | 'owner' | 'ra')[]; user: UserId[] }; threads_restricted_to?: { type: ('admin' | 'owner' | 'ra')[]; user: never[] } };
  purpose?: Described;
  shared_team_ids?: never[];
  topic?: Described;
  unlinked?: number;
  updated: number;
  user?: UserId;
  users?: UserId[];
}

export interface FoundChannel {
  id: ChannelId;
  is_archived: boolean;
  is_member: boolean;
  name: string;
  num_members: number;
  purpose?: string;
  topic?: string;
}

export interface Conversation {
  closed_ts?: Ts;
  created: number;
  creator: UserId;
  deleted_after: number;
  everybody_count: number;
  id: ChannelId;
  is_archived: boolean;
  is_general?: true;
  is_im: boolean;
  is_mpim: boolean;
  is_private: boolean;
  last_ts?: Ts;
  member_count: number;
  mention_count: number;
  message_number: number;
  muted?: true;
  name?: string;
  position: Offset;
  properties?: { posting_restricted_to?: { type: ('admin' | 'owner' | 'ra')[]; user: UserId[] }; threads_restricted_to?: { type: ('admin' | 'owner' | 'ra')[]; user: never[] } };
  purpose?: string;
  read_number: number;
  read_ts: Ts;
  read_version: number;
  topic?: string;
  user?: UserId;
  users?: UserId[];
}

export interface Reaction {
  count: number;
  name: string;
  users: UserId[];
}

export interface Message {
  actor?: UserId;
  app_id?: string;
  attachments?: Json[];
  blocks?: Json[];
  bot_id?: string;
  client_msg_id?: string;
  edited?: { ts: Ts; user: UserId };
  hidden?: true;
  icons?: { emoji?: string; image_48?: string };
  inviter?: UserId;
  latest_reply?: Ts;
  number?: number;
  parent_user_id?: UserId;
  pinned_to?: ChannelId[];
  reactions?: Reaction[];
  reply_count?: number;
  reply_users?: UserId[];
  reply_users_count?: number;
  subtype?: 'channel_archive' | 'channel_convert_to_private' | 'channel_convert_to_public' | 'channel_join' | 'channel_leave' | 'channel_name' | 'channel_posting_permissions' | 'channel_purpose' | 'channel_topic' | 'channel_unarchive' | 'me_message' | 'pinned_item' | 'thread_broadcast' | 'tombstone';
  team: TeamId;
  text: string;
  thread_ts?: Ts;
  ts: Ts;
  type: 'message';
  user: string;
  username?: string;
}

export interface Marker {
  channel: ChannelId;
  deleted_after: number;
  everybody_count: number;
  mention_count: number;
  number: number;
  position: Offset;
  ts: Ts;
  version: number;
}

export interface ThreadMarker {
  channel: ChannelId;
  deleted_after: number;
  following: boolean;
  position: Offset;
  read_number: number;
  read_ts: Ts;
  reply_number: number;
  thread_ts: Ts;
}

export interface MessageEvent {
  actor?: UserId;
  app_id?: string;
  attachments?: Json[];
  author_read?: number;
  blocks?: Json[];
  bot_id?: string;
  channel: ChannelId;
  client_msg_id?: string;
  edited?: { ts: Ts; user: UserId };
  everybody?: 1;
  everybody_by?: UserId;
  hidden?: true;
  icons?: { emoji?: string; image_48?: string };
  inviter?: UserId;
  number?: number;
  parent_user_id?: UserId;
  subtype?: 'channel_archive' | 'channel_convert_to_private' | 'channel_convert_to_public' | 'channel_join' | 'channel_leave' | 'channel_name' | 'channel_posting_permissions' | 'channel_purpose' | 'channel_topic' | 'channel_unarchive' | 'me_message' | 'pinned_item' | 'thread_broadcast' | 'tombstone';
  team: TeamId;
  text: string;
  thread?: ThreadState;
  thread_ts?: Ts;
  ts: Ts;
  type: 'message';
  user: string;
  username?: string;
}

export interface ThreadState {
  latest_reply?: Ts;
  number?: number;
  reply_count: number;
  reply_number: number;
  reply_users: UserId[];
  reply_users_count: number;
  ts: Ts;
}

export interface ReactionAddedEvent {
  channel: ChannelId;
  item_user: UserId;
  reaction: string;
  ts: Ts;
  type: 'reaction_added';
  user: UserId;
}

export interface ReactionRemovedEvent {
  channel: ChannelId;
  item_user: UserId;
  reaction: string;
  ts: Ts;
  type: 'reaction_removed';
  user: UserId;
}

export interface MessageChangedEvent {
  channel: ChannelId;
  everybody?: -1 | 1;
  everybody_by?: UserId;
  message: Message;
  revision: number;
  type: 'message_changed';
}

export interface MessageDeletedEvent {
  channel: ChannelId;
  everybody?: -1;
  everybody_by?: UserId;
  number?: number;
  thread?: ThreadState;
  ts: Ts;
  type: 'message_deleted';
  user: UserId;
}

export interface MessageSupersededEvent {
  author_read?: number;
  channel: ChannelId;
  everybody?: -1 | 1;
  everybody_by?: UserId;
  number?: number;
  thread?: ThreadState;
  ts: Ts;
  type: 'message_superseded';
  user?: UserId;
}

export interface MemberJoinedChannelEvent {
  channel: ChannelId;
  inviter?: UserId;
  type: 'member_joined_channel';
  user: UserId;
}

export interface MemberLeftChannelEvent {
  actor?: UserId;
  channel: ChannelId;
  type: 'member_left_channel';
  user: UserId;
}

export interface ChannelChangedEvent {
  channel: Channel;
  type: 'channel_changed';
}

export interface NothingEvent {
  type: 'nothing';
}

export interface PinAddedEvent {
  channel: ChannelId;
  item_user: UserId;
  pinned_ts: number;
  ts: Ts;
  type: 'pin_added';
  user: UserId;
}

export interface PinRemovedEvent {
  channel: ChannelId;
  item_user: UserId;
  ts: Ts;
  type: 'pin_removed';
  user: UserId;
}

export interface BookmarkAddedEvent {
  bookmark: Bookmark;
  channel: ChannelId;
  type: 'bookmark_added';
}

export interface BookmarkChangedEvent {
  bookmark: Bookmark;
  channel: ChannelId;
  type: 'bookmark_changed';
}

export interface BookmarkRemovedEvent {
  bookmark_id: string;
  channel: ChannelId;
  type: 'bookmark_removed';
}

export interface ChannelJoinedEvent {
  channel: WireConversation;
  purpose?: { creator: UserId; last_set: number; value: string };
  topic?: { creator: UserId; last_set: number; value: string };
  type: 'channel_joined';
}

export interface ChannelLeftEvent {
  actor?: UserId;
  channel: ChannelId;
  type: 'channel_left';
}

export interface ChannelMarkedEvent {
  channel: ChannelId;
  deleted_after: number;
  everybody_count: number;
  mention_count: number;
  number: number;
  position: Offset;
  ts: Ts;
  type: 'channel_marked';
  version: number;
}

export interface MentionAddedEvent {
  channel: ChannelId;
  deleted_after: number;
  everybody_count: number;
  mention_count: number;
  message_ts: Ts;
  number: number;
  position: Offset;
  thread_ts?: Ts;
  ts: Ts;
  type: 'mention_added';
  version: number;
}

export interface MentionRemovedEvent {
  channel: ChannelId;
  deleted_after: number;
  everybody_count: number;
  mention_count: number;
  message_ts: Ts;
  number: number;
  position: Offset;
  thread_ts?: Ts;
  ts: Ts;
  type: 'mention_removed';
  version: number;
}

export interface ThreadMarkedEvent {
  channel: ChannelId;
  deleted_after: number;
  following: boolean;
  position: Offset;
  read_number: number;
  read_ts: Ts;
  reply_number: number;
  thread_ts: Ts;
  type: 'thread_marked';
}

export interface ChannelClosedEvent {
  channel: ChannelId;
  closed_ts: Ts;
  type: 'channel_closed';
}

export interface ChannelOpenedEvent {
  channel: ChannelId;
  type: 'channel_opened';
}

export interface ChannelMutedEvent {
  channel: ChannelId;
  muted: boolean;
  type: 'channel_muted';
}

export interface RoleChangedEvent {
  position?: Offset;
  type: 'role_changed';
  user: User;
}

export interface DraftChangedEvent {
  channel: ChannelId;
  text: string;
  thread_ts?: Ts;
  type: 'draft_changed';
  updated: Ts;
}

export interface StarAddedEvent {
  channel: ChannelId;
  date_create: number;
  ts?: Ts;
  type: 'star_added';
}

export interface StarRemovedEvent {
  channel: ChannelId;
  ts?: Ts;
  type: 'star_removed';
}

export interface DndUpdatedEvent {
  dnd_status: DndStatus;
  type: 'dnd_updated';
  user: UserId;
}

export interface UserJoinedEvent {
  type: 'user_joined';
  user: User;
}

export interface UserChangedEvent {
  type: 'user_changed';
  user: User;
}

export interface SubteamCreatedEvent {
  subteam: Usergroup;
  type: 'subteam_created';
}

export interface SubteamUpdatedEvent {
  subteam: Usergroup;
  type: 'subteam_updated';
}

export interface EmojiChangedEvent {
  emoji: Emoji;
  type: 'emoji_changed';
}

export interface ChannelCreatedEvent {
  channel: { created: number; creator: UserId; id: ChannelId; name: string };
  type: 'channel_created';
}

export interface PublicChannelChangedEvent {
  actor: UserId;
  change: string;
  channel: { created: number; id: ChannelId; is_archived: false | true; name: string };
  type: 'public_channel_changed';
}

export interface PublicChannelGoneEvent {
  channel: ChannelId;
  type: 'public_channel_gone';
}

export interface DndUpdatedUserEvent {
  dnd_status: DndStatus;
  type: 'dnd_updated_user';
  user: UserId;
}

export interface TeamProfileChangeEvent {
  profile: { fields: ({ id: string })[] };
  type: 'team_profile_change';
}

export interface HelloFrame {
  build: string;
  epoch: number;
  ping_interval: number;
  protocol: number;
  session: string;
  team: TeamId;
  time: Ts;
  type: 'hello';
  user: UserId;
}

export interface EventFrame {
  event: StreamEvent;
  offset: Offset;
  prev: Offset;
  stream: StreamId;
  type: 'event';
}

export interface ResumedFrame {
  reply_to: number;
  streams: Positions;
  token: string;
  type: 'resumed';
}

export interface ResyncFrame {
  offset: Offset;
  reason: 'epoch' | 'future' | 'slow' | 'too_old';
  stream: StreamId;
  type: 'resync';
}

export interface GoneFrame {
  stream: StreamId;
  type: 'gone';
}

export interface TypingFrame {
  channel: ChannelId;
  type: 'typing';
  user: UserId;
}

export interface EphemeralFrame {
  channel: ChannelId;
  message: Message;
  type: 'ephemeral';
}

export interface PresenceFrame {
  active: UserId[];
  away: UserId[];
  type: 'presence';
}

export interface ManualPresenceChangeFrame {
  presence: string;
  type: 'manual_presence_change';
}

export interface PongFrame {
  reply_to: number;
  type: 'pong';
}

export interface GoodbyeFrame {
  reason: 'draining';
  spread_ms: number;
  type: 'goodbye';
}

export interface ErrorFrame {
  code: 'bad_frame' | 'channel_not_found' | 'resume_first' | 'too_many_frames' | 'unknown_frame';
  message: string;
  reply_to?: number;
  type: 'error';
}

export interface ResumeClientFrame {
  epoch: number;
  id: number;
  streams: Positions;
  token?: string;
  type: 'resume';
}

export interface PingClientFrame {
  id: number;
  type: 'ping';
}

export interface TypingClientFrame {
  channel: ChannelId;
  type: 'typing';
}

export interface PresenceClientFrame {
  type: 'presence';
  users: UserId[];
}

export interface FocusClientFrame {
  channels: ChannelId[];
  type: 'focus';
}

export interface AppSummary {
  bot_id?: string;
  bot_user_id?: UserId;
  client_id: string;
  created: number;
  created_by?: UserId;
  description: string;
  id: string;
  installed?: number;
  is_installed: boolean;
  name: string;
  scopes: string[];
}

export interface AppSecrets {
  app_token?: string;
  bot_token?: string;
  client_secret?: string;
  signing_secret?: string;
}

export interface ManifestProblem {
  message: string;
  pointer: string;
}

export interface AppsAnswer {
  apps: AppSummary[];
}

export interface AppMadeAnswer {
  app: AppSummary;
  notices?: ManifestProblem[];
  secrets: AppSecrets;
}

export interface Webhook {
  app: string;
  channel: ChannelId;
  created: number;
  created_by?: UserId;
  id: string;
}

export interface WebhooksAnswer {
  webhooks: Webhook[];
}

export interface WebhookMadeAnswer {
  url: string;
  webhook: Webhook;
}

export interface Team {
  domain: string;
  id: TeamId;
  name: string;
}

export interface KnownTeam {
  domain: string;
  id: TeamId;
  name: string;
  user: UserId;
}

export interface StateAnswer {
  setup_required: boolean;
  teams: KnownTeam[];
}

export interface SignedIn {
  team: Team;
  user: UserId;
}

export interface Session {
  created: number;
  current: boolean;
  id: string;
  ip: string;
  last_seen: number;
  user_agent: string;
}

export interface SessionsAnswer {
  sessions: Session[];
}

export interface ConnectAnswer {
  self: { id: UserId; name: string };
  team: Team;
  url: string;
}

export interface BootAnswer {
  build: string;
  channels: WireConversation[];
  epoch: number;
  positions: Positions;
  self: User;
  team: Team;
  time: Ts;
  users: Person[];
}

export interface ResumeAnswer {
  channels: WireConversation[];
  epoch: number;
  gone: StreamId[];
  positions: Positions;
}

export interface HistoryAnswer {
  has_more_after: boolean;
  has_more_before: boolean;
  messages: Message[];
  position: Offset;
  thread?: ThreadMarker;
  users: Person[];
}

export interface ThreadsAnswer {
  threads: ThreadMarker[];
}

export interface DraftAnswer {
  draft: KeptDraft;
}

export interface DraftsAnswer {
  drafts: KeptDraft[];
}

export interface EmojiAnswer {
  emoji: Emoji[];
}

export interface UsersAnswer {
  next_cursor: string;
  users: Person[];
}

export interface PostedAnswer {
  channel: ChannelId;
  message: Message;
  ts: Ts;
}

export interface ChannelsAnswer {
  channels: Channel[];
  response_metadata: { next_cursor: string };
}

export interface FoundChannelsAnswer {
  channels: FoundChannel[];
  next_cursor: string;
}

export interface MembersAnswer {
  members: UserId[];
  response_metadata: { next_cursor: string };
}

/** What the wire leaves out of a `Conversation`. */
export const usualConversation = {
  is_private: false as boolean,
  is_im: false as boolean,
  is_mpim: false as boolean,
  is_archived: false as boolean,
  read_ts: '0000000000.000000',
  read_number: 0,
  read_version: 0,
  deleted_after: 0,
  mention_count: 0,
  everybody_count: 0,
};

export type WireConversation = Omit<Conversation, keyof typeof usualConversation> &
  Partial<typeof usualConversation>;

export type ChannelEvent =
  | MessageEvent
  | ReactionAddedEvent
  | ReactionRemovedEvent
  | MessageChangedEvent
  | MessageDeletedEvent
  | MessageSupersededEvent
  | MemberJoinedChannelEvent
  | MemberLeftChannelEvent
  | ChannelChangedEvent
  | NothingEvent
  | PinAddedEvent
  | PinRemovedEvent
  | BookmarkAddedEvent
  | BookmarkChangedEvent
  | BookmarkRemovedEvent;

export type UserEvent =
  | ChannelJoinedEvent
  | ChannelLeftEvent
  | ChannelMarkedEvent
  | MentionAddedEvent
  | MentionRemovedEvent
  | ThreadMarkedEvent
  | ChannelClosedEvent
  | ChannelOpenedEvent
  | ChannelMutedEvent
  | RoleChangedEvent
  | NothingEvent
  | DraftChangedEvent
  | StarAddedEvent
  | StarRemovedEvent
  | DndUpdatedEvent;

export type WorkspaceEvent =
  | UserJoinedEvent
  | UserChangedEvent
  | SubteamCreatedEvent
  | SubteamUpdatedEvent
  | EmojiChangedEvent
  | ChannelCreatedEvent
  | PublicChannelChangedEvent
  | PublicChannelGoneEvent
  | NothingEvent
  | DndUpdatedUserEvent
  | TeamProfileChangeEvent;

export type StreamEvent =
  | ChannelEvent
  | UserEvent
  | WorkspaceEvent;

export type ServerFrame =
  | HelloFrame
  | EventFrame
  | ResumedFrame
  | ResyncFrame
  | GoneFrame
  | TypingFrame
  | EphemeralFrame
  | PresenceFrame
  | ManualPresenceChangeFrame
  | PongFrame
  | GoodbyeFrame
  | ErrorFrame;

export type ClientFrame =
  | ResumeClientFrame
  | PingClientFrame
  | TypingClientFrame
  | PresenceClientFrame
  | FocusClientFrame;

/** Why a connection is closed: 40xx and 1009 reconnect, 41xx with a new ticket, 42xx stop. */
export const closeCodes = {
  too_big: 1009,
  draining: 4000,
  slow_reader: 4001,
  ping_timeout: 4002,
  server_fault: 4003,
  no_resume: 4004,
  too_many_frames: 4005,
  overloaded: 4006,
  bad_ticket: 4100,
  session_expired: 4101,
  session_ended: 4200,
  account_inactive: 4201,
  workspace_gone: 4202,
  signed_out: 4203,
} as const;
