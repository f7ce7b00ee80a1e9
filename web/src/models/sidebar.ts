import type { Conversation } from '../protocol/generated';
import type { Op } from '../store/state';
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

export interface SidebarSection {
  id: 'channels' | 'direct';
  rows: SidebarRow[];
}

type RowInput = Pick<SidebarInput, 'ops' | 'titleOf'>;

export interface SidebarInput {
  conversations: Readonly<Record<string, Conversation>>;
  ops: readonly Op[];
  titleOf: (conversation: Conversation) => string;
  compare: (one: string, two: string) => number;
}

export function sectionsOf(input: SidebarInput): SidebarSection[] {
  const shown = Object.values(input.conversations).filter(
    (each) => !each.is_archived && !isPutAway(each),
  );
  const channels = shown.filter((each) => !isDirect(each));
  const direct = shown.filter((each) => isDirect(each));
  return [
    { id: 'channels', rows: channels.map((each) => rowOf(each, input)).sort(byTitle(input)) },
    { id: 'direct', rows: direct.sort(byRecent).map((each) => rowOf(each, input)) },
  ];
}

/** With whom there are direct messages that are shown, in a fixed order: no more than can be watched. */
export function partnersOf(conversations: SidebarInput['conversations']): string[] {
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

function byTitle({ compare }: SidebarInput) {
  return (one: SidebarRow, two: SidebarRow) => compare(one.title, two.title);
}

function byRecent(one: Conversation, two: Conversation): number {
  return recency(two) - recency(one);
}

function recency({ last_ts, created }: Conversation): number {
  return Math.max(Number(last_ts ?? 0), created);
}
