import { matchScore } from '../../models/ranking';
import { compareTitles } from '../../models/titles';
import type { Channel, FoundChannelsAnswer, Session } from '../../protocol/generated';
import { acme } from '../builders';
import type { FakeChannel } from './channel';

export interface Caller {
  /** The person behind the cookie of the workspace that the call names. */
  user: string | undefined;
  session: string;
}

export type Args = Record<string, unknown>;
export interface Answered<T extends object = object> {
  body: T & { ok: boolean; error?: string };
  status?: number;
  retryAfter?: number;
  /** Signs the browser in as, or out. */
  signIn?: string;
  signOut?: boolean;
}

export function page({ messages }: Pick<FakeChannel, 'messages'>, args: Args) {
  const limit = typeof args.limit === 'number' ? args.limit : 50;
  const [before, after, around] = [args.before, args.after, args.around].map((each) =>
    typeof each === 'string' ? each : undefined,
  );
  let from = Math.max(0, messages.length - limit);
  let to = messages.length;
  if (before !== undefined) {
    to = countBelow(messages, before);
    from = Math.max(0, to - limit);
  } else if (after !== undefined) {
    from = messages.filter(({ ts }) => ts <= after).length;
    to = Math.min(messages.length, from + limit);
  } else if (around !== undefined) {
    from = Math.max(0, countBelow(messages, around) - Math.floor(limit / 2));
    to = Math.min(messages.length, from + limit);
  }
  return {
    messages: messages.slice(from, to),
    has_more_before: from > 0,
    has_more_after: to < messages.length,
  };
}

function countBelow(messages: FakeChannel['messages'], bound: string): number {
  return messages.filter(({ ts }) => ts < bound).length;
}

export function sessionOf(id: string, now: number): Session {
  const seconds = Math.floor(now / 1000);
  return {
    id,
    created: seconds - 3600,
    last_seen: seconds,
    user_agent: 'Mozilla/5.0 (X11; Linux x86_64) Chrome/140.0.0.0',
    ip: '127.0.0.1',
    current: true,
  };
}

export function answer<T extends object>(fields: T): Answered<T> {
  return { body: { ok: true, ...fields } };
}

export function refuse(error: string, fields: Record<string, unknown> = {}): Answered {
  return { body: { ok: false, error, ...fields } };
}

/** How far a page has read, and what it knew of the marker. */
export function readOf({ ts, forward_only: forward, read_version: asOf }: Args) {
  return [text(ts), forward === true, typeof asOf === 'number' ? asOf : undefined] as const;
}

export function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

export function list(value: unknown): string[] {
  if (Array.isArray(value)) return value.filter((each) => typeof each === 'string');
  return typeof value === 'string' ? value.split(',') : [];
}

/** A channel in Slack's shape, as `conversations.list` shows it. */
export function channelOf(channel: FakeChannel, user: string): Channel {
  const { id, name = '', created, creator, topic, archived, members, general } = channel;
  return {
    id,
    name,
    name_normalized: name,
    created,
    updated: created * 1000,
    creator,
    is_archived: archived,
    is_channel: channel.kind === 'channel',
    is_group: channel.kind === 'private',
    is_im: false,
    is_mpim: false,
    is_private: channel.kind !== 'channel',
    is_general: general,
    is_member: members.has(user),
    is_org_shared: false,
    context_team_id: acme.id,
    topic: { value: topic, creator: '', last_set: 0 },
    purpose: { value: '', creator: '', last_set: 0 },
    num_members: members.size,
  };
}

/** The public channels that are asked for, page by page. */
export function foundChannels(channels: FakeChannel[], args: Args, user: string): Answered {
  const scored = channels.flatMap((channel) => {
    const { id, name = '', topic, archived: is_archived, members, created } = channel;
    const score = args.query === undefined ? 1 : matchScore(text(args.query), [name]);
    const is_member = members.has(user);
    if (channel.kind !== 'channel' || (is_archived && args.exclude_archived === true)) return [];
    if (score === 0 || (args.kind === 'archived' && !is_archived)) return [];
    if (args.kind === 'mine' ? !is_member : args.kind === 'other' && is_member) return [];
    const found = { id, name, is_archived, is_member, num_members: members.size };
    const rank = { members: members.size, newest: created }[text(args.sort)] ?? score;
    return [{ rank, name, found: topic === '' ? found : { ...found, topic } }];
  });
  scored.sort((one, two) => two.rank - one.rank || compareTitles(one.name, two.name));
  const from = Number(text(args.cursor));
  const to = from + (typeof args.limit === 'number' ? args.limit : 100);
  return answer<FoundChannelsAnswer>({
    channels: scored.slice(from, to).map(({ found }) => found),
    next_cursor: to < scored.length ? String(to) : '',
  });
}
