import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import styles from './VirtualList.module.css';

interface VirtualListProps<T> {
  label: string;
  rows: readonly T[];
  /** What they answer: other rows begin at the top. */
  asked?: string;
  idOf: (row: T) => string;
  /** How high a row is, in rem. */
  rem: number;
  className?: string | undefined;
  /** Asks for rows below those that are there; nothing if these are all. */
  onMore?: (() => void) | undefined;
  /** `reached` is true for the row that the Tab key enters. */
  children: (row: T, reached: boolean) => ReactNode;
}

/** More than this many are only on the page where they are seen. */
const many = 100;
const overscan = 12;
/** So many rows below what is seen are there before somebody scrolls to them. */
const ahead = 100;

/** A long list: arrows, Home and End walk through its rows; the Tab key enters and leaves it. */
export function VirtualList<T>({ asked, ...rest }: VirtualListProps<T>) {
  return <Rows key={asked} {...rest} />;
}

function Rows<T>(props: Omit<VirtualListProps<T>, 'asked'>) {
  const { label, rows, idOf, rem, className, onMore, children } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const [reached, setReached] = useState<string>();
  const at = Math.max(
    0,
    rows.findIndex((row) => idOf(row) === reached),
  );
  const isWhole = onMore === undefined;
  const all = isWhole && rows.length <= many;
  const virtualizer = useVirtualizer({
    count: rows.length,
    enabled: !all,
    getScrollElement: () => scroller.current,
    getItemKey: (index) => keyOf(index),
    estimateSize: () => rem * parseFloat(getComputedStyle(document.documentElement).fontSize),
    overscan,
    rangeExtractor: (range) =>
      [...new Set([...defaultRangeExtractor(range), at])].sort((one, two) => one - two),
  });
  const keyOf = (index: number) => {
    const row = rows[index];
    return row === undefined ? String(index) : idOf(row);
  };

  const seen = virtualizer.range?.endIndex ?? 0;
  useEffect(() => {
    if (rows.length - seen <= ahead) onMore?.();
  }, [rows.length, seen, onMore]);

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1 }[event.key];
    const row = next === undefined ? undefined : rows[next];
    if (row === undefined || next === undefined) return;
    event.preventDefault();
    setReached(idOf(row));
    if (!all) virtualizer.scrollToIndex(next);
    setTimeout(() => {
      const item = scroller.current?.querySelector(`[data-at="${next}"]`);
      item?.querySelector<HTMLElement>('a, button')?.focus();
    });
  };

  const item = (index: number, start?: number) => {
    const row = rows[index];
    if (row === undefined) return null;
    return (
      <li
        key={idOf(row)}
        data-at={index}
        aria-setsize={isWhole ? rows.length : -1}
        aria-posinset={index + 1}
        className={`${styles.item} ${start === undefined ? '' : styles.free}`}
        style={start === undefined ? undefined : { transform: `translateY(${start}px)` }}
        onFocus={() => setReached(idOf(row))}
      >
        {children(row, index === at)}
      </li>
    );
  };
  return (
    <div ref={scroller} className={`${styles.scroller} ${className ?? ''}`}>
      <ul
        aria-label={label}
        className={styles.list}
        style={all ? undefined : { blockSize: `${virtualizer.getTotalSize()}px` }}
        onKeyDown={onKeyDown}
      >
        {all
          ? rows.map((_, index) => item(index))
          : virtualizer.getVirtualItems().map(({ index, start }) => item(index, start))}
      </ul>
    </div>
  );
}
