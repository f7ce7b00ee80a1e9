import type { Conversation } from '../protocol/generated';
import type { Op } from '../store/state';
import { usualLooks, type SectionLook } from './sectionLook';
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
  rows: SidebarRow[];
  /** How many there are, with those that are not shown. */
  all: number;
}

type RowInput = Pick<SidebarInput, 'ops' | 'titleOf'>;

export interface SidebarInput {
  conversations: Readonly<Record<string, Conversation>>;
  ops: readonly Op[];
  titleOf: (conversation: Conversation) => string;
  compare: (one: string, two: string) => number;
  /** Conversations that stand apart at the top. */
  starred?: ReadonlySet<string>;
  /** Programs: what is said with them directly stands apart. */
  isApp?: (user: string) => boolean;
  looks?: Readonly<Record<SectionId, SectionLook>>;
  /** Seconds. */
  now?: number;
  /** The conversation on screen, which is shown whatever else is not. */
  open?: string | undefined;
  /** The rows of a section where somebody is at work: they stay, and stay where they are. */
  held?: { section: SectionId; ids: readonly string[] } | undefined;
  /** What was shown before: what is in order already is soon sorted. */
  before?: readonly SidebarSection[] | undefined;
}

const activeSeconds = 30 * 24 * 3600;

/** Every conversation that is shown, in exactly one section. */
export function sectionsOf(input: SidebarInput): SidebarSection[] {
  const { looks = usualLooks } = input;
  const parts: Record<SectionId, Conversation[]> = {
    starred: [],
    channels: [],
    direct: [],
    apps: [],
  };
  for (const each of Object.values(input.conversations)) {
    if (!each.is_archived && !isPutAway(each)) parts[sectionOf(each, input)].push(each);
  }
  return sectionIds.map((id) => sectionOfRows(id, parts[id], looks[id], input));
}

function sectionOf(each: Conversation, { starred, isApp }: SidebarInput): SectionId {
  if (starred?.has(each.id) === true) return 'starred';
  if (!isDirect(each)) return 'channels';
  return each.user !== undefined && isApp?.(each.user) === true ? 'apps' : 'direct';
}

function sectionOfRows(
  id: SectionId,
  list: readonly Conversation[],
  look: SectionLook,
  input: SidebarInput,
): SidebarSection {
  const { open, now = 0 } = input;
  const held = input.held?.section === id ? input.held.ids : [];
  const stays = new Set(held);
  const rows = asBefore(
    list,
    input.before?.find((each) => each.id === id),
  )
    .map((each) => ({ row: rowOf(each, input), recency: recency(each) }))
    .filter(({ row, recency: last }) => {
      if (row.unread || row.id === open || stays.has(row.id)) return true;
      return look.show === 'all' || (look.show === 'active' && last > now - activeSeconds);
    });
  rows.sort((one, two) => {
    if (look.sort === 'unread' && one.row.unread !== two.row.unread) return one.row.unread ? -1 : 1;
    const byName = input.compare(one.row.title, two.row.title);
    return look.sort === 'recent' ? two.recency - one.recency || byName : byName;
  });
  const sorted = rows.map(({ row }) => row);
  return { id, rows: held.length === 0 ? sorted : inOrder(sorted, held), all: list.length };
}

/** In the order of what was shown: most of it still holds, and comparing names costs the most. */
function asBefore(
  list: readonly Conversation[],
  before: SidebarSection | undefined,
): readonly Conversation[] {
  if (before === undefined) return list;
  const places = new Map(before.rows.map(({ id }, at) => [id, at]));
  const placeOf = ({ id }: Conversation) => places.get(id) ?? places.size;
  return list.toSorted((one, two) => placeOf(one) - placeOf(two));
}

/** Those of the order first and as it says, others behind whom they follow now. */
function inOrder(rows: readonly SidebarRow[], order: readonly string[]): SidebarRow[] {
  const places = new Map(order.map((id, at) => [id, at]));
  const placed = rows
    .filter(({ id }) => places.has(id))
    .sort((one, two) => (places.get(one.id) ?? 0) - (places.get(two.id) ?? 0));
  rows.forEach((row, at) => {
    if (places.has(row.id)) return;
    const before = rows[at - 1]?.id;
    placed.splice(placed.findIndex(({ id }) => id === before) + 1, 0, row);
  });
  return placed;
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

function byRecent(one: Conversation, two: Conversation): number {
  return recency(two) - recency(one);
}

function recency({ last_ts, created }: Conversation): number {
  return Math.max(Number(last_ts ?? 0), created);
}
