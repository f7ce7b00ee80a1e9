import type {
  ChannelEvent,
  ChannelId,
  DndStatus,
  Json,
  Offset,
  Person,
  Positions,
  Team,
  Ts,
  UserId,
} from '../protocol/generated';
import type { HeldConversation } from './counts';
import type { EmojiBook } from './emoji';
import type { GroupBook } from './groups';
import type { Ephemerals } from './ephemerals';
import type { HeldThread } from './followed';
import { inAll, type Place } from './places';
import { withEntry } from './records';
import type { Segments } from './segments';
import type { Stars } from './stars';

/** What is known of one conversation's messages. */
export interface History {
  segments: Segments;
  /** The last events of the stream: an answer that is older than the state is brought up with them. */
  recent: readonly RecentEvent[];
  /** Every event above this offset is in `recent`. */
  recentFrom: Offset;
  /** A gap could not be filled: the next page replaces everything. */
  stale: boolean;
}

export interface RecentEvent {
  offset: Offset;
  event: ChannelEvent;
}

/** `absent`: the server has nothing of that kind, and does not get it by being asked again. */
export type Load = 'loading' | 'failed' | 'absent';
export type LoadSide = 'window' | 'older' | 'newer';

/** An action that is shown although the server has not confirmed it yet. */
export type Op =
  | { kind: 'edit'; channel: ChannelId; ts: Ts; text: string; blocks?: Json[] }
  | { kind: 'delete'; channel: ChannelId; ts: Ts }
  | { kind: 'read'; channel: ChannelId; ts: Ts; number: number; version: number }
  /** `ts` is the message that the thread hangs on. */
  | { kind: 'thread_read'; channel: ChannelId; ts: Ts; upTo: Ts; number: number }
  | { kind: 'follow'; channel: ChannelId; ts: Ts; on: boolean }
  | { kind: 'react'; channel: ChannelId; ts: Ts; name: string; user: UserId; on: boolean }
  | { kind: 'pin'; channel: ChannelId; ts: Ts; on: boolean }
  /** An empty `ts` means the conversation as a whole. */
  | { kind: 'star'; channel: ChannelId; ts: Ts; on: boolean };

/** Everything known of one workspace: normalised, immutable, changed only by the inbox. */
export interface WorkspaceState {
  self: UserId;
  team: Team;
  epoch: number;
  build: string;
  /** Server time minus own time, in milliseconds. */
  clockSkewMs: number;
  positions: Positions;
  conversations: Readonly<Record<ChannelId, HeldConversation>>;
  /** Where in the own stream the last word stood about joining or leaving a conversation. */
  heard: Readonly<Record<ChannelId, Offset>>;
  people: Readonly<Record<UserId, Person>>;
  /** Whether `people` are all whom the directory named, not only those met. */
  allPeople: boolean;
  /** When people are not to be disturbed, of whom it was told. */
  dnd: Readonly<Record<UserId, DndStatus>>;
  /** Whether people are there, of whom the page asked. */
  active: Readonly<Record<UserId, boolean>>;
  /** Whether the person says that they are away, as far as it was told. */
  saysAway: boolean;
  histories: Readonly<Record<Place, History>>;
  /** How the person stands in threads, of those that were told of. */
  threads: Readonly<Record<Place, HeldThread>>;
  stars: Stars;
  loads: Readonly<Record<Place, Partial<Record<LoadSide, Load>>>>;
  typing: Readonly<Record<ChannelId, Readonly<Record<UserId, number>>>>;
  ephemerals: Ephemerals;
  emoji: EmojiBook;
  groups: GroupBook;
  ops: readonly Op[];
}

export function emptyState(team: Team, self: UserId): WorkspaceState {
  return {
    self,
    team,
    epoch: 0,
    build: '',
    clockSkewMs: 0,
    positions: {},
    conversations: {},
    heard: {},
    people: {},
    allPeople: false,
    dnd: {},
    active: {},
    saysAway: false,
    histories: {},
    threads: {},
    stars: {},
    loads: {},
    typing: {},
    ephemerals: {},
    emoji: {},
    groups: {},
    ops: [],
  };
}

export function newHistory(position: Offset): History {
  return { segments: [], recent: [], recentFrom: position, stale: false };
}

/** What is known of the messages holds up to an offset that leaves events out: it is to be read anew. */
export function outdate(state: WorkspaceState, channel: ChannelId, from: Offset): WorkspaceState {
  const stale = (history: History) => ({ ...history, stale: true, recent: [], recentFrom: from });
  return { ...state, histories: inAll(state.histories, channel, stale) };
}

export function ownPosition({ positions, self }: WorkspaceState): Offset {
  return positions[self] ?? 0;
}

export function withConversation(state: WorkspaceState, held: HeldConversation): WorkspaceState {
  if (state.conversations[held.id] === held) return state;
  return { ...state, conversations: withEntry(state.conversations, held.id, held) };
}

/** The same record without one key. */
export function without<T>(record: Readonly<Record<string, T>>, key: string): Record<string, T> {
  if (!(key in record)) return record;
  return Object.fromEntries(Object.entries(record).filter(([each]) => each !== key));
}

/** How a person wants to have a conversation: muted, or put away up to a message. */
export function stand(
  state: WorkspaceState,
  id: ChannelId,
  stands: number,
  how: Pick<HeldConversation, 'muted'> | Pick<HeldConversation, 'closed_ts'>,
): WorkspaceState {
  const held = state.conversations[id];
  return held === undefined ? state : withConversation(state, { ...held, ...how, stands });
}
