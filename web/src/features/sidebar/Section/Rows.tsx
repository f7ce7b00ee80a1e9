import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import {
  useCallback,
  useLayoutEffect,
  useRef,
  useState,
  type ReactNode,
  type RefObject,
} from 'react';
import type { SidebarRow } from '../../../models/sidebar';
import { rowPx } from '../rowPx';
import styles from './Section.module.css';

interface RowsProps {
  rows: readonly SidebarRow[];
  scroller: RefObject<HTMLElement | null>;
  /** Stays on the page wherever one scrolls: the one that takes the focus. */
  kept: string | undefined;
  children: (row: SidebarRow) => ReactNode;
}

/** More than this many are only on the page where they are seen. */
const many = 200;
const overscan = 12;

export function Rows(props: RowsProps) {
  const { rows, children } = props;
  return rows.length > many ? <VirtualRows {...props} /> : <>{rows.map(children)}</>;
}

function VirtualRows({ rows, scroller, kept, children }: RowsProps) {
  const list = useRef<HTMLDivElement>(null);
  const [scrollMargin, setMargin] = useState(0);
  useLayoutEffect(() => {
    setMargin(list.current?.offsetTop ?? 0);
    setSize(rowPx());
  }, [rows]);
  const [size, setSize] = useState(rowPx);
  const getItemKey = useCallback((at: number) => rows[at]?.id ?? at, [rows]);
  const keptAt = rows.findIndex(({ id }) => id === kept);
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    getItemKey,
    estimateSize: () => size,
    overscan,
    scrollMargin,
    // Rows come with the first frame, not after the list has been looked at.
    initialRect: { width: 0, height: window.innerHeight },
    useFlushSync: false,
    rangeExtractor: (range) => {
      const seen = defaultRangeExtractor(range);
      return keptAt < 0 || seen.includes(keptAt)
        ? seen
        : [...seen, keptAt].sort((one, two) => one - two);
    },
  });
  return (
    <div
      ref={list}
      className={styles.virtual}
      style={{ blockSize: `${virtualizer.getTotalSize()}px` }}
    >
      {virtualizer.getVirtualItems().map(({ index, key, start }) => {
        const row = rows[index];
        if (row === undefined) return null;
        return (
          <div
            key={key}
            className={styles.item}
            style={{ transform: `translateY(${start - scrollMargin}px)` }}
          >
            {children(row)}
          </div>
        );
      })}
    </div>
  );
}
