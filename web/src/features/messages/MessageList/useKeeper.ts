import { elementScroll, useVirtualizer, type ReactVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useEffect, useLayoutEffect, useRef, type RefObject } from 'react';
import type { Row } from '../../../models/rows';
import { estimate } from './estimate';
import { endPx, live, type KeptView, type View } from './view';

export interface Keeper {
  scroller: RefObject<HTMLDivElement | null>;
  virtualizer: ReactVirtualizer<HTMLDivElement, HTMLDivElement>;
  view: RefObject<View>;
  onScroll: () => void;
  goLive: () => void;
  show: (key: string, offset: number) => void;
  /** Takes what is on screen now as what must not move. */
  hold: () => void;
}

interface KeeperInput {
  rows: readonly Row[];
  atLiveEnd: boolean;
  first: View;
  kept: KeptView | undefined;
  /** Rows that stay mounted wherever they are: with the focus or an open editor. */
  pinned: readonly string[];
  onMove: () => void;
}

/**
 * Keeps the row under the reader's eyes where it is. Only a person's scrolling changes the view;
 * after every change of rows or sizes the view is enforced before the paint.
 */
export function useKeeper(input: KeeperInput): Keeper {
  const { rows, atLiveEnd, first, kept, pinned, onMove } = input;
  const scroller = useRef<HTMLDivElement>(null);
  const view = useRef<View>(first);
  const written = useRef({ top: -1, height: 0 });
  const settle = useRef<() => void>(() => undefined);

  const virtualizer = useVirtualizer<HTMLDivElement, HTMLDivElement>({
    count: rows.length,
    getScrollElement: () => scroller.current,
    getItemKey: (index) => rows[index]?.key ?? index,
    estimateSize: (index) => estimate(rows[index]),
    overscan: 8,
    anchorTo: 'end',
    followOnAppend: atLiveEnd,
    scrollEndThreshold: endPx,
    useFlushSync: false,
    directDomUpdates: true,
    initialMeasurementsCache: kept?.measured ?? [],
    scrollToFn: (offset, options, instance) => {
      elementScroll(offset, options, instance);
      note();
    },
    rangeExtractor: ({ startIndex, endIndex, overscan, count }) => {
      const from = Math.max(0, startIndex - overscan);
      const to = Math.min(count - 1, endIndex + overscan);
      const shown = Array.from({ length: to - from + 1 }, (_, at) => from + at);
      const extra = rows.flatMap(({ key }, at) =>
        pinned.includes(key) && (at < from || at > to) ? [at] : [],
      );
      return [...shown, ...extra].sort((one, two) => one - two);
    },
    onChange: (instance) => {
      if (!instance.isScrolling) settle.current();
      onMove();
    },
  });

  const note = useCallback(() => {
    const box = scroller.current;
    if (box !== null) written.current = { top: box.scrollTop, height: box.scrollHeight };
  }, []);

  const hold = useCallback(() => {
    const box = scroller.current;
    if (box === null) return;
    const left = box.scrollHeight - box.clientHeight - box.scrollTop;
    view.current = left <= endPx && atLiveEnd ? live : anchorOf(box, virtualizer, rows);
  }, [atLiveEnd, rows, virtualizer]);

  settle.current = () => {
    const box = scroller.current;
    if (box === null || rows.length === 0) return;
    const now = view.current;
    if (now.kind === 'live') {
      const end = box.scrollHeight - box.clientHeight;
      if (Math.abs(end - box.scrollTop) > 1) box.scrollTop = end;
    } else {
      const off = distanceOff(box, virtualizer, rows, now.key, now.offset);
      if (Math.abs(off) > 1) box.scrollTop += off;
    }
    note();
  };

  useLayoutEffect(() => settle.current(), [rows]);

  useEffect(() => {
    const box = scroller.current;
    if (box === null) return;
    const observer = new ResizeObserver(() => settle.current());
    observer.observe(box);
    if (box.firstElementChild !== null) observer.observe(box.firstElementChild);
    return () => observer.disconnect();
  }, []);

  const onScroll = useCallback(() => {
    const box = scroller.current;
    if (box === null) return;
    const { top, height } = written.current;
    const own = Math.abs(box.scrollTop - top) <= 1;
    const grew = view.current.kind === 'live' && box.scrollTop >= top && box.scrollHeight > height;
    note();
    if (!own && !grew) hold();
    onMove();
  }, [hold, note, onMove]);

  return {
    scroller,
    virtualizer,
    view,
    onScroll,
    hold,
    goLive: () => {
      view.current = live;
      settle.current();
    },
    show: (key, offset) => {
      view.current = { kind: 'anchored', key, offset };
      settle.current();
    },
  };
}

type List = ReactVirtualizer<HTMLDivElement, HTMLDivElement>;

/** The first row that is a message and visible. */
function anchorOf(box: HTMLElement, list: List, rows: readonly Row[]): View {
  const edge = box.getBoundingClientRect().top;
  for (const { key, index } of list.getVirtualItems()) {
    const kind = rows[index]?.kind;
    const element = list.elementsCache.get(key);
    if (kind === undefined || kind === 'older' || kind === 'newer' || element === undefined)
      continue;
    const { top, bottom } = element.getBoundingClientRect();
    if (bottom > edge) return { kind: 'anchored', key: String(key), offset: top - edge };
  }
  return live;
}

/** How far a row is from where it should be; an unmounted one is brought near first. */
function distanceOff(
  box: HTMLElement,
  list: List,
  rows: readonly Row[],
  key: string,
  offset: number,
): number {
  const element = list.elementsCache.get(key);
  if (element?.isConnected === true) {
    return element.getBoundingClientRect().top - box.getBoundingClientRect().top - offset;
  }
  const index = rows.findIndex((row) => row.key === key);
  const start = index < 0 ? undefined : list.getOffsetForIndex(index, 'start')?.[0];
  return start === undefined ? 0 : start - offset - box.scrollTop;
}
