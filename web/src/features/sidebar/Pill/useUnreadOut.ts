import { useCallback, useEffect, useState, type RefObject } from 'react';
import type { SidebarRow } from '../../../models/sidebar';
import { rowPx } from '../rowPx';

export interface ShownSection {
  id: string;
  rows: readonly SidebarRow[];
}

/** How many unread conversations lie out of sight, and where the nearest stand. */
export interface UnreadOut {
  above: number;
  below: number;
}

/** Counts by the places that rows have, as those out of sight need not be on the page. */
export function useUnreadOut(
  scroller: RefObject<HTMLElement | null>,
  sections: readonly ShownSection[],
) {
  const [out, setOut] = useState<UnreadOut>({ above: 0, below: 0 });
  const look = useCallback(() => {
    const box = scroller.current;
    if (box === null) return;
    const places = placesOf(box, sections);
    const start = box.scrollTop - rowPx() / 2;
    const above = places.filter((top) => top < start).length;
    const below = places.filter((top) => top > start + box.clientHeight).length;
    setOut((now) => (now.above === above && now.below === below ? now : { above, below }));
  }, [scroller, sections]);
  useEffect(look, [look]);
  const go = (step: 1 | -1) => {
    const box = scroller.current;
    if (box === null) return;
    const places = placesOf(box, sections);
    const end = box.scrollTop + box.clientHeight - rowPx();
    const next =
      step < 0 ? places.findLast((top) => top < box.scrollTop) : places.find((top) => top > end);
    if (next !== undefined) box.scrollTo({ top: next - box.clientHeight / 2 });
  };
  return { out, look, go };
}

function placesOf(box: HTMLElement, sections: readonly ShownSection[]): number[] {
  const height = rowPx();
  return sections.flatMap(({ id, rows }) => {
    if (!rows.some(({ unread }) => unread)) return [];
    const element = box.querySelector<HTMLElement>(`[data-section=${id}]`);
    const top = element === null ? 0 : element.offsetTop + height;
    return rows.flatMap(({ unread }, at) => (unread ? [top + at * height] : []));
  });
}
