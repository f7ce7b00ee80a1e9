import { useCallback, useMemo, useReducer, useState } from 'react';
import { useWorkspace, useWorkspaceState } from '../../app/context';
import { usePreference } from '../../app/preferences';
import { SectionBook } from '../../models/sectionBook';
import type { SectionLooks } from '../../models/sectionLook';
import type { SectionId, SidebarSection } from '../../models/sidebar';
import { compareTitles } from '../../models/titles';
import { starredOf } from '../../store/stars';
import { useTitleOf } from '../names';

export interface Sections {
  /** The same objects for as long as nothing of them changes, whatever happens in the workspace. */
  sections: readonly SidebarSection[];
  /** Somebody is at work in a section, or in none: to hold it draws nothing. */
  hold: (id: SectionId | undefined) => void;
}

export function useSections(open: string | undefined): Sections {
  const { parts } = useWorkspace();
  const [book] = useState(() => new SectionBook());
  const again = useReducer((count: number) => count + 1, 0)[1];
  const people = useWorkspaceState((state) => state.people);
  const ops = useWorkspaceState((state) => state.ops);
  const stars = useWorkspaceState((state) => state.stars);
  const looks = usePreference('sections');
  const titleOf = useTitleOf();
  const starred = useMemo(() => starredOf(stars, ops), [stars, ops]);
  const isApp = useMemo(() => (user: string) => people[user]?.is_bot === true, [people]);
  const asked = { ops, titleOf, compare: compareTitles, starred, isApp, looks, open };
  const sections = useWorkspaceState(({ conversations }) =>
    book.read({ ...asked, conversations }, parts.now() / 1000),
  );
  const hold = useCallback(
    (id: SectionId | undefined) => {
      if (book.hold(id)) again();
    },
    [book, again],
  );
  return { sections, hold };
}

/** The rows that are on screen, in their order. */
export function shownRows(
  { id, rows }: SidebarSection,
  looks: SectionLooks,
  open: string | undefined,
): readonly SidebarSection['rows'][number][] {
  if (!looks[id].collapsed) return rows;
  // A collapsed section still shows what needs attention and where one is.
  return rows.filter((row) => row.unread || row.id === open);
}
