import type { Conversation } from '../protocol/generated';
import type { Op } from '../store/state';
import { usualLooks, type SectionLook, type SectionLooks } from './sectionLook';
import {
  isDirect,
  isPutAway,
  recency,
  rowOf,
  sectionIds,
  type RowInput,
  type SectionId,
  type SidebarRow,
  type SidebarSection,
} from './sidebar';

export interface SidebarInput extends RowInput {
  conversations: Readonly<Record<string, Conversation>>;
  ops: readonly Op[];
  compare: (one: string, two: string) => number;
  /** Conversations that stand apart at the top. */
  starred?: ReadonlySet<string>;
  /** Programs: what is said with them directly stands apart. */
  isApp?: (user: string) => boolean;
  looks?: SectionLooks;
  /** Seconds. */
  now?: number;
  /** The conversation on screen, which is shown whatever else is not. */
  open?: string | undefined;
  /** The rows of a section where somebody is at work: they stay, and stay where they are. */
  held?: { section: SectionId; ids: readonly string[] } | undefined;
  /** What was shown before: of it stays what is the same, and what is in order is soon sorted. */
  before?: readonly SidebarSection[] | undefined;
  /** In place of `rowOf`, for who remembers rows. */
  row?: (conversation: Conversation) => SidebarRow;
}

const activeSeconds = 30 * 24 * 3600;

/** Every conversation that is shown, in exactly one section. */
export function sectionsOf(input: SidebarInput): readonly SidebarSection[] {
  const { looks = usualLooks, before } = input;
  const parts: Record<SectionId, Conversation[]> = {
    starred: [],
    channels: [],
    direct: [],
    apps: [],
  };
  for (const each of Object.values(input.conversations)) {
    if (!each.is_archived && !isPutAway(each)) parts[sectionOf(each, input)].push(each);
  }
  const sections = sectionIds.map((id) => {
    const old = before?.find((each) => each.id === id);
    const now = sectionOfRows({ id, list: parts[id], look: looks[id], old, input });
    return old === undefined ? now : asBefore(keepRows(now, old), old);
  });
  return before !== undefined && areSame(before, sections) ? before : sections;
}

export function sectionOf(
  each: Conversation,
  { starred, isApp }: Pick<SidebarInput, 'starred' | 'isApp'>,
): SectionId {
  if (starred?.has(each.id) === true) return 'starred';
  if (!isDirect(each)) return 'channels';
  return each.user !== undefined && isApp?.(each.user) === true ? 'apps' : 'direct';
}

interface Part {
  id: SectionId;
  list: readonly Conversation[];
  look: SectionLook;
  old: SidebarSection | undefined;
  input: SidebarInput;
}

function sectionOfRows({ id, list, look, old, input }: Part): SidebarSection {
  const { open, now = 0, row = (each: Conversation) => rowOf(each, input) } = input;
  const held = input.held?.section === id ? input.held.ids : [];
  const stays = new Set(held);
  const places = new Map(old?.rows.map((each, at) => [each.id, { at, row: each }]));
  const found = list.map((each) => {
    const known = places.get(each.id);
    return {
      row: known === undefined ? row(each) : asBefore(row(each), known.row),
      recency: recency(each),
      at: known?.at ?? places.size,
    };
  });
  // Whoever stands where they stood need not be sorted: with thousands that takes the longest.
  if (old !== undefined && look.show === 'all' && found.length === old.rows.length) {
    const order = areInOrder(found, look, old) ? look : undefined;
    const stay = held.length === 0 ? order !== undefined : areHeld(found, held, old);
    if (stay) return { id, rows: inPlaces(found), all: list.length, order };
  }
  const rows = found.filter(({ row: each, recency: last }) => {
    if (each.unread || each.id === open || stays.has(each.id)) return true;
    return look.show === 'all' || (look.show === 'active' && last > now - activeSeconds);
  });
  // Most of what was in order still is, and comparing names costs the most.
  if (old !== undefined) rows.sort((one, two) => one.at - two.at);
  rows.sort((one, two) => {
    if (look.sort === 'unread' && one.row.unread !== two.row.unread) return one.row.unread ? -1 : 1;
    const byName = input.compare(one.row.title, two.row.title);
    return look.sort === 'recent' ? two.recency - one.recency || byName : byName;
  });
  const sorted = rows.map(({ row: each }) => each);
  return held.length === 0
    ? { id, rows: sorted, all: list.length, order: look }
    : { id, rows: inPlace(sorted, held), all: list.length, order: undefined };
}

interface Placed {
  row: SidebarRow;
  /** Where it stood before. */
  at: number;
}

/** Nobody came, went or is called otherwise, and they were in their order. */
function areInOrder(
  found: readonly Placed[],
  look: SectionLook,
  { rows, order }: SidebarSection,
): boolean {
  if (order !== look || look.sort === 'recent') return false;
  return found.every(({ row, at }) => {
    const before = rows[at];
    return row.title === before?.title && (look.sort === 'name' || row.unread === before.unread);
  });
}

/** All of them are held where they stood. */
function areHeld(
  found: readonly Placed[],
  held: readonly string[],
  { rows }: SidebarSection,
): boolean {
  const isHeld = held.length === rows.length && rows.every(({ id }, at) => id === held[at]);
  return isHeld && found.every(({ at }) => at < rows.length);
}

function inPlaces(found: readonly Placed[]): SidebarRow[] {
  const rows: SidebarRow[] = new Array<SidebarRow>(found.length);
  for (const { row, at } of found) rows[at] = row;
  return rows;
}

/** Those of the order first and as it says, others behind whom they follow now. */
function inPlace(rows: readonly SidebarRow[], order: readonly string[]): SidebarRow[] {
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

function keepRows(now: SidebarSection, before: SidebarSection): SidebarSection {
  return areSame(now.rows, before.rows) ? { ...now, rows: before.rows } : now;
}

/** What was, if it says the same. */
function asBefore<T extends object>(now: T, before: T): T {
  if (before === now) return now;
  const keys = Object.keys(now) as (keyof T)[];
  return keys.every((key) => now[key] === before[key]) ? before : now;
}

function areSame<T>(one: readonly T[], two: readonly T[]): boolean {
  return one.length === two.length && one.every((each, at) => each === two[at]);
}
