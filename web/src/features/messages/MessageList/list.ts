import type { Range, ReactVirtualizer, Virtualizer } from '@tanstack/react-virtual';
import { topOf, type Item } from './hold';
import type { View } from './view';

/** The virtualizer of a list of messages. */
export type List = ReactVirtualizer<HTMLDivElement, HTMLDivElement>;

/**
 * Measures rows that have not been on screen before: all are read before one of them is moved, and
 * all are moved together. Between two moves the browser would lay out the whole list.
 */
export function measureMounted(list: List): void {
  const news = [...list.elementsCache].filter(
    ([key, element]) => element.isConnected && !list.itemSizeCache.has(key),
  );
  if (news.length === 0) return;
  const sizes = news.map(([, element]) => element.offsetHeight);
  const container = news[0]?.[1].parentElement ?? null;
  list.containerRef(null);
  news.forEach(([key, element], at) => {
    const size = sizes[at] ?? 0;
    list.resizeItem(list.indexFromElement(element), size);
    // Nor is a guess looked at again that was right.
    list.itemSizeCache.set(key, size);
  });
  list.containerRef(container);
}

export function itemsOf(list: List): readonly Item[] {
  list.getTotalSize(); // brings the measurements up to date
  return list.measurementsCache;
}

const atOnce = 4;

/** The rows to mount: some at once, so that few frames of a scroll have more to do than to move. */
export function mountedOf({ startIndex, endIndex, overscan, count }: Range): number[] {
  const first = Math.max(0, startIndex - overscan);
  const start = first - (first % atOnce);
  const last = endIndex + overscan + 1;
  const end = Math.min(count, last + ((atOnce - (last % atOnce)) % atOnce));
  return Array.from({ length: end - start }, (_, at) => start + at);
}

/** Where a list opens that shows such a view, as far as the heights of its rows are known. */
export function firstTop(list: List, view: View): number {
  const { height } = list.options.initialRect;
  const items = itemsOf(list);
  const end = Math.max(0, list.getTotalSize() - height);
  return Math.min(end, Math.max(0, topOf(view, items, { top: end, height })));
}

/** How far the virtualizer lets the list stay behind, while a browser takes no writes. */
export function heldBack(list: List): number {
  const total = list.getTotalSize();
  const last = list.measurementsCache.at(-1);
  return last === undefined ? 0 : last.end - total;
}

/** Whether there is a row wherever one looks. */
export function isCovered(list: Virtualizer<HTMLDivElement, HTMLDivElement>): boolean {
  const range = list.calculateRange();
  if (range === null) return true;
  for (let index = range.startIndex; index <= range.endIndex; index += 1) {
    const element = list.elementsCache.get(list.options.getItemKey(index));
    if (element?.isConnected !== true) return false;
  }
  return true;
}
