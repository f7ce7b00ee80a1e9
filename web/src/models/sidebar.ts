import type { Conversation } from '../protocol/generated';
import type { Op } from '../store/state';
import type { SectionLook } from './sectionLook';
import { compareTs } from '../store/ts';
import { shownUnread } from '../store/unread';

const mostWatched = 200;

export interface SidebarRow {
  id: string;
  kind: 'channel' | 'private' | 'person' | 'group';
  title: string;
  muted: boolean;
  unread: boolean;
  /** Mentions, or messages that are meant for one directly; 0 shows no number. */
  count: number;
  user: string | undefined;
}

export const sectionIds = ['starred', 'channels', 'direct', 'apps'] as const;
export type SectionId = (typeof sectionIds)[number];

export interface SidebarSection {
  id: SectionId;
  rows: readonly SidebarRow[];
  /** How many there are, with those that are not shown. */
  all: number;
  /** How the rows are sorted, if they are known to be: not where somebody's work kept one in place. */
  order: SectionLook | undefined;
}

export interface RowInput {
  ops: readonly Op[];
  titleOf: (conversation: Conversation) => string;
}

/** With whom there are direct messages that are shown, in a fixed order: no more than can be watched. */
export function partnersOf(conversations: Readonly<Record<string, Conversation>>): string[] {
  return Object.values(conversations)
    .filter((each) => each.is_im && !isPutAway(each))
    .sort(byRecent)
    .flatMap(({ user }) => user ?? [])
    .slice(0, mostWatched)
    .sort();
}

/** Closed up to a message, and nothing newer was said. */
export function isPutAway({ closed_ts, last_ts }: Conversation): boolean {
  if (closed_ts === undefined) return false;
  return last_ts === undefined || compareTs(last_ts, closed_ts) <= 0;
}

export function isDirect({ is_im, is_mpim }: Conversation): boolean {
  return is_im || is_mpim;
}

export function rowOf(conversation: Conversation, { ops, titleOf }: RowInput): SidebarRow {
  const { messages, mentions } = shownUnread(conversation, ops);
  return {
    id: conversation.id,
    kind: kindOf(conversation),
    title: titleOf(conversation),
    muted: conversation.muted === true,
    unread: mentions > 0 || (messages > 0 && conversation.muted !== true),
    count: isDirect(conversation) && conversation.muted !== true ? messages : mentions,
    user: conversation.user,
  };
}

/** What the title and the icon of the page say. */
export function totalsOf(sections: readonly SidebarSection[]): { count: number; unread: boolean } {
  const rows = sections.flatMap((section) => section.rows);
  return {
    count: rows.reduce((sum, row) => sum + row.count, 0),
    unread: rows.some((row) => row.unread),
  };
}

function kindOf({ is_im, is_mpim, is_private }: Conversation): SidebarRow['kind'] {
  if (is_im) return 'person';
  if (is_mpim) return 'group';
  return is_private ? 'private' : 'channel';
}

function byRecent(one: Conversation, two: Conversation): number {
  return recency(two) - recency(one);
}

/** Seconds. */
export function recency({ last_ts, created }: Conversation): number {
  return Math.max(Number(last_ts ?? 0), created);
}
