import type { Conversation } from '../protocol/generated';
import { usualLooks, type SectionLooks } from './sectionLook';
import { sectionOf, sectionsOf, type SidebarInput } from './sections';
import { isPutAway, rowOf, type SectionId, type SidebarRow, type SidebarSection } from './sidebar';

export type Asked = Omit<SidebarInput, 'before' | 'row' | 'now' | 'held'>;

/**
 * The sections of one sidebar, time and again: what says the same stays the same object, and only
 * conversations that changed cost anything.
 */
export class SectionBook {
  private asked: Asked | undefined;
  private titleOf: Asked['titleOf'] | undefined;
  private sections: readonly SidebarSection[] | undefined;
  private rows = new WeakMap<Conversation, SidebarRow>();
  private held: SidebarInput['held'];
  /** They stand as they would if nothing were held. */
  private inOrder = true;

  /**
   * Nothing of a section moves from now on while somebody is at work in it, or of none.
   *
   * @returns whether something may move now that did not before
   */
  hold(id: SectionId | undefined): boolean {
    const frees = !this.inOrder && this.held?.section !== id;
    const found = this.sections?.find((each) => each.id === id);
    this.held = found && { section: found.id, ids: found.rows.map((row) => row.id) };
    if (frees) this.asked = undefined;
    return frees;
  }

  /** `now` in seconds. */
  read(given: Asked, now: number): readonly SidebarSection[] {
    const asked = hidesSome(given.looks) ? given : { ...given, open: undefined };
    const old = this.asked;
    if (old !== undefined && this.sections !== undefined && isSame(old, asked)) {
      return this.sections;
    }
    if (this.titleOf !== asked.titleOf) this.rows = new WeakMap();
    this.titleOf = asked.titleOf;
    const { ops } = asked;
    const read = new Set(ops.flatMap((op) => (op.kind === 'read' ? op.channel : [])));
    const row = (each: Conversation) => {
      if (read.has(each.id)) return rowOf(each, asked);
      const known = this.rows.get(each) ?? rowOf(each, asked);
      this.rows.set(each, known);
      return known;
    };
    this.asked = asked;
    if (old !== undefined && this.sections !== undefined && showsSame(old, asked, row)) {
      return this.sections;
    }
    this.inOrder = this.held === undefined;
    const { held, sections: before } = this;
    this.sections = sectionsOf({ ...asked, held, now, before, row });
    return this.sections;
  }
}

/** Where everything is shown it does not matter what is open. */
function hidesSome(looks: SectionLooks = usualLooks): boolean {
  return Object.values(looks).some(({ show }) => show !== 'all');
}

/** Whether the same conversations look the same: most of what is said in unread ones changes none. */
function showsSame(old: Asked, asked: Asked, row: (each: Conversation) => SidebarRow): boolean {
  const { conversations: now } = asked;
  const before = old.conversations;
  if (!isSame({ ...old, conversations: now }, asked)) return false;
  const ids = Object.keys(now);
  if (ids.length !== Object.keys(before).length) return false;
  return ids.every((id) => {
    const [was, is] = [before[id], now[id]];
    if (was === is) return true;
    if (was === undefined || is === undefined) return false;
    return isPlacedSame(was, is, asked) && isSameRow(row(was), row(is));
  });
}

function isPlacedSame(one: Conversation, two: Conversation, asked: Asked): boolean {
  const section = sectionOf(two, asked);
  const { show, sort } = (asked.looks ?? usualLooks)[section];
  // Where time says what is shown, or in which order, each message may move a row.
  return (
    show === 'all' &&
    sort !== 'recent' &&
    sectionOf(one, asked) === section &&
    one.is_archived === two.is_archived &&
    isPutAway(one) === isPutAway(two)
  );
}

function isSameRow(one: SidebarRow, two: SidebarRow): boolean {
  return (Object.keys(two) as (keyof SidebarRow)[]).every((key) => one[key] === two[key]);
}

function isSame(one: Asked, two: Asked): boolean {
  const keys = Object.keys(two) as (keyof Asked)[];
  return keys.every((key) => one[key] === two[key]);
}
