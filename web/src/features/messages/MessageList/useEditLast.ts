import { useEffect, useRef, type RefObject } from 'react';
import type { Segment } from '../../../store/segments';
import type { ListHandle } from './ListBody';

/** Edits my last message, which may be none of those that are shown: then the newest are gone to. */
export function useEditLast(
  list: RefObject<ListHandle | null>,
  segment: Segment | undefined,
  goNewest: () => void,
): () => void {
  const waits = useRef(false);
  useEffect(() => {
    if (!waits.current || list.current === null || segment?.live !== true) return;
    waits.current = false;
    list.current.editLast();
  }, [list, segment]);
  return () => {
    if (segment?.live === true) {
      list.current?.editLast();
      return;
    }
    waits.current = true;
    goNewest();
  };
}
