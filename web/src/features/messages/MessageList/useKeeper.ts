import { elementScroll, measureElement, useVirtualizer } from '@tanstack/react-virtual';
import {
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useReducer,
  useRef,
  type RefObject,
} from 'react';
import { flushSync } from 'react-dom';
import type { Row } from '../../../models/rows';
import { estimate } from './estimate';
import { survivor, topOf, viewAt } from './hold';
import {
  firstTop,
  heldBack,
  isCovered,
  itemsOf,
  measureMounted,
  mountedOf,
  type List,
} from './list';
import { useOverscan } from './useOverscan';
import { endPx, live, type KeptView, type View } from './view';

/** Less is the rounding of browsers. */
const least = 0.5;

export interface Keeper {
  scroller: RefObject<HTMLDivElement | null>;
  virtualizer: List;
  /** Takes note of a row that is mounted, or gone. */
  measure: (element: HTMLDivElement | null) => void;
  view: RefObject<View>;
  /** The first row of which something is below so many pixels from the top. */
  rowAt: (offset: number) => number;
  onScroll: () => void;
  goLive: () => void;
  show: (key: string, offset: number) => void;
  /** Takes what is on screen now as what must not move. */
  hold: () => void;
}

export type Pane = 'conversation' | 'side';

/** How high the last list was that was there: the next one will be as high. At first it is a guess. */
const guess = Math.round(window.innerHeight * 0.8);
const heights: Record<Pane, number> = { conversation: guess, side: guess };

interface KeeperInput {
  rows: readonly Row[];
  atLiveEnd: boolean;
  first: View;
  kept: KeptView | undefined;
  /** Rows that stay mounted wherever they are: with the focus, an open editor, selected words. */
  pinned: readonly string[];
  pane: Pane;
  onMove: () => void;
}

/**
 * Keeps the row under the reader's eyes where it is. Only a person's scrolling changes the view;
 * after every change of rows or sizes the view is enforced before the paint.
 *
 * The virtualizer makes up for sizes above the anchor as they become known, since it knows when a
 * browser takes no such writes; the keeper tells it what the anchor is, and corrects what is left.
 */
export function useKeeper(input: KeeperInput): Keeper {
  const { rows, atLiveEnd, first, kept, pinned, pane, onMove } = input;
  const scroller = useRef<HTMLDivElement>(null);
  const view = useRef<View>(first);
  /** Whether the view is where somebody scrolled to, rather than where they were brought. */
  const held = useRef(false);
  /** Where the list was when it was last looked at: elsewhere it is by a person's doing. */
  const known = useRef({ top: 0, end: 0 });
  const committing = useRef(false);
  const settle = useRef<() => void>(() => undefined);
  const overscan = useOverscan();
  const again = useReducer((count: number) => count + 1, 0)[1];
  const before = useRef<{ rows: readonly Row[]; list?: List }>({ rows });
  const indexes = useMemo(() => new Map(rows.map(({ key }, at) => [key, at])), [rows]);
  const isNew = before.current.rows !== rows;

  if (isNew && before.current.list !== undefined) {
    const old = itemsOf(before.current.list);
    view.current = survivor(view.current, old, (key) => indexes.has(key));
  }

  // From here to the end of its own effect it corrects nothing: React takes no flush in a commit.
  useLayoutEffect(() => {
    committing.current = true;
  });

  const virtualizer: List = useVirtualizer<HTMLDivElement, HTMLDivElement>({
    count: rows.length,
    getScrollElement: () => scroller.current,
    getItemKey: useCallback((index: number) => rows[index]?.key ?? index, [rows]),
    estimateSize: (index) => estimate(rows[index]),
    // What is mounted is measured all at once, by `measureMounted`.
    measureElement: (element, entry, instance) =>
      entry === undefined
        ? (instance.measurementsCache[instance.indexFromElement(element)]?.size ?? 0)
        : measureElement(element, entry, instance),
    overscan,
    anchorTo: 'end',
    // Not its own idea of the end: what follows there is the view's to say.
    scrollEndThreshold: -1,
    // The rows of the first frame are drawn at once, not after the list has been looked at.
    initialRect: { width: 0, height: heights[pane] },
    initialOffset: (): number => firstTop(virtualizer, first),
    useFlushSync: false,
    directDomUpdates: true,
    initialMeasurementsCache: kept?.measured ?? [],
    scrollToFn: (offset, options, instance) => {
      elementScroll(offset, options, instance);
      if (scroller.current !== null) known.current.top = scroller.current.scrollTop;
    },
    rangeExtractor: (range) => {
      const shown = mountedOf(range);
      const extra = pinned.flatMap((key) => indexes.get(key) ?? []);
      return [...new Set([...shown, ...extra])].sort((one, two) => one - two);
    },
    onChange: (instance) => {
      if (committing.current) return;
      settle.current();
      if (!isCovered(instance)) flushSync(again);
      onMove();
    },
  });
  virtualizer.shouldAdjustScrollPositionOnItemSizeChange = ({ index }) =>
    view.current.kind === 'anchored' && index < (indexes.get(view.current.key) ?? -1);

  if (isNew && view.current.kind !== 'live' && scroller.current !== null) {
    // The rows that will be on screen are rendered, before the list is scrolled to them.
    const { clientHeight: height } = scroller.current;
    const at = { top: virtualizer.scrollOffset ?? 0, height };
    virtualizer.scrollOffset = Math.max(0, topOf(view.current, itemsOf(virtualizer), at));
  }

  const seenFrom = (box: HTMLElement) => ({
    top: box.scrollTop + heldBack(virtualizer),
    height: box.clientHeight,
  });
  const viewFrom = (box: HTMLElement) =>
    viewAt(itemsOf(virtualizer), seenFrom(box), ({ key }) => virtualizer.itemSizeCache.has(key));

  const hold = () => {
    const box = scroller.current;
    if (box === null) return;
    const end = endOf(box);
    known.current = { top: box.scrollTop, end };
    held.current = true;
    view.current =
      atLiveEnd && end - box.scrollTop <= endPx ? live : (viewFrom(box) ?? view.current);
  };

  /** Somebody scrolled, and it was not by the end coming nearer. */
  const strayed = (box: HTMLElement) =>
    Math.abs(box.scrollTop - Math.min(known.current.top, endOf(box))) >= least;

  settle.current = () => {
    const box = scroller.current;
    if (box === null || rows.length === 0) return;
    if (strayed(box)) hold();
    const end = endOf(box);
    const now = view.current;
    if (now.kind !== 'live' || end !== known.current.end) {
      const back = heldBack(virtualizer);
      const wanted = topOf(now, itemsOf(virtualizer), seenFrom(box)) - back;
      const top = Math.min(end, Math.max(0, wanted));
      if (Math.abs(top - box.scrollTop) >= least) {
        box.scrollTop = top;
        virtualizer.scrollOffset = box.scrollTop + back;
      }
      // What is on screen now stays there: rows above have become known, or there was no more room.
      const next = held.current ? viewFrom(box) : undefined;
      if (next !== undefined && now.kind === 'anchored') {
        const isOther = next.kind === 'anchored' && next.key !== now.key;
        if (isOther || top !== wanted) view.current = next;
      }
    }
    known.current = { top: box.scrollTop, end };
  };

  useLayoutEffect(() => {
    before.current = { rows, list: virtualizer };
    measureMounted(virtualizer);
    committing.current = false;
    settle.current();
    // A list that is hidden has no height to tell.
    heights[pane] = virtualizer.scrollRect?.height || heights[pane];
    if (!isCovered(virtualizer)) again();
  });

  useEffect(() => {
    const box = scroller.current;
    if (box === null) return;
    const observer = new ResizeObserver(() => settle.current());
    observer.observe(box);
    return () => observer.disconnect();
  }, []);

  return {
    scroller,
    virtualizer,
    measure: virtualizer.measureElement,
    view,
    rowAt: useCallback(
      (offset) => {
        const line = (scroller.current?.scrollTop ?? 0) + offset + heldBack(virtualizer);
        return itemsOf(virtualizer).findIndex(({ end }) => end > line);
      },
      [virtualizer],
    ),
    onScroll: () => {
      if (scroller.current !== null && strayed(scroller.current)) hold();
      onMove();
    },
    hold,
    goLive: () => {
      view.current = live;
      known.current.end = -1;
      settle.current();
    },
    show: (key, offset) => {
      view.current = { kind: 'anchored', key, offset };
      held.current = false;
      settle.current();
    },
  };
}

function endOf(box: HTMLElement): number {
  return box.scrollHeight - box.clientHeight;
}
