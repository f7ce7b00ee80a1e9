import { useEffect, useRef, useState, type RefObject } from 'react';
import type { Row } from '../../../models/rows';

const none: readonly string[] = [];

/** The rows in which something is selected, from one end of the selection to the other. */
export function useSelected(
  frame: RefObject<HTMLElement | null>,
  rows: readonly Row[],
): readonly string[] {
  const [selected, setSelected] = useState(none);
  const now = useRef(rows);
  now.current = rows;
  useEffect(() => {
    const indexAt = (node: Node | null) => {
      const element = node instanceof HTMLElement ? node : node?.parentElement;
      const row = element?.closest<HTMLElement>('[data-index]');
      return frame.current?.contains(row ?? null) ? [Number(row?.dataset.index)] : [];
    };
    const look = () => {
      const { anchorNode = null, focusNode = null, isCollapsed } = getSelection() ?? {};
      const ends = isCollapsed === false ? [anchorNode, focusNode].flatMap(indexAt) : [];
      const between = now.current.slice(Math.min(...ends), Math.max(...ends) + 1);
      setSelected(ends.length === 0 ? none : between.map(({ key }) => key));
    };
    document.addEventListener('selectionchange', look);
    return () => document.removeEventListener('selectionchange', look);
  }, [frame]);
  return selected;
}
