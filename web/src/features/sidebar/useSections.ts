import { useMemo, useRef } from 'react';
import { useWorkspace, useWorkspaceState } from '../../app/context';
import { usePreference } from '../../app/preferences';
import { compareTitles } from '../../models/titles';
import { sectionsOf, type SidebarInput, type SidebarSection } from '../../models/sidebar';
import { starredOf } from '../../store/stars';
import { useTitleOf } from '../names';

export function useSections(
  open: string | undefined,
  held: SidebarInput['held'],
): SidebarSection[] {
  const workspace = useWorkspace();
  const conversations = useWorkspaceState((state) => state.conversations);
  const people = useWorkspaceState((state) => state.people);
  const ops = useWorkspaceState((state) => state.ops);
  const stars = useWorkspaceState((state) => state.stars);
  const looks = usePreference('sections');
  const titleOf = useTitleOf();
  const before = useRef<SidebarSection[]>(undefined);
  return useMemo(() => {
    const isApp = (user: string) => people[user]?.is_bot === true;
    const now = workspace.parts.now() / 1000;
    const compare = compareTitles;
    const starred = starredOf(stars, ops);
    before.current = sectionsOf({
      conversations,
      ops,
      titleOf,
      compare,
      starred,
      isApp,
      looks,
      now,
      open,
      held,
      before: before.current,
    });
    return before.current;
  }, [workspace, conversations, people, ops, stars, looks, titleOf, open, held]);
}

/** The rows that are on screen, in their order. */
export function shownRows(
  { id, rows }: SidebarSection,
  looks: SidebarInput['looks'],
  open: string | undefined,
) {
  // A collapsed section still shows what needs attention and where one is.
  return rows.filter((row) => looks?.[id].collapsed !== true || row.unread || row.id === open);
}
