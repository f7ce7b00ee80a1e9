import { useMemo } from 'react';
import { useWorkspaceState } from '../../app/context';
import { compareTitles } from '../../models/ranking';
import { sectionsOf, type SidebarSection } from '../../models/sidebar';
import { useTitleOf } from '../names';

export function useSections(): SidebarSection[] {
  const conversations = useWorkspaceState((state) => state.conversations);
  const ops = useWorkspaceState((state) => state.ops);
  const titleOf = useTitleOf();
  return useMemo(
    () => sectionsOf({ conversations, ops, titleOf, compare: compareTitles }),
    [conversations, ops, titleOf],
  );
}
