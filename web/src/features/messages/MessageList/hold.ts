import { isLineKey } from '../../../models/rows';
import type { View } from './view';

/** Where a row lies in the list. */
export interface Item {
  key: string | number | bigint;
  start: number;
  size: number;
  end: number;
}

/** The part of the list that can be seen. */
export interface Window {
  top: number;
  height: number;
}

/**
 * What must not move for somebody who has scrolled to here: the topmost message that they have
 * seen. Those above it that come into view only now may turn out higher or lower than was thought.
 */
export function viewAt(
  items: readonly Item[],
  { top, height }: Window,
  isMeasured: (item: Item) => boolean,
): View | undefined {
  const first = items.findIndex(({ end }) => end > top);
  let guessed: Item | undefined;
  for (let at = first; at >= 0; at += 1) {
    const item = items[at];
    if (item === undefined || item.start >= top + height) break;
    if (isLineKey(String(item.key))) continue;
    if (isMeasured(item)) return anchored(item, top);
    guessed ??= item;
  }
  return guessed && anchored(guessed, top);
}

/** Where the list has to be scrolled to so that what must not move stands where it should. */
export function topOf(view: View, items: readonly Item[], { top, height }: Window): number {
  if (view.kind === 'live') return Infinity;
  const item = items.find(({ key }) => key === view.key);
  if (item === undefined) return top;
  if (view.kind === 'anchored') return item.start - view.offset;
  return item.start - Math.max(0, (height - item.size) / 2);
}

/** If the row that must not move goes, a neighbour stays where it is: the next, or the last before. */
export function survivor(
  view: View,
  before: readonly Item[],
  remains: (key: string) => boolean,
): View {
  if (view.kind === 'live' || remains(view.key)) return view;
  const at = before.findIndex(({ key }) => key === view.key);
  const gone = before[at];
  if (gone === undefined) return view;
  const stays = ({ key }: Item) => !isLineKey(String(key)) && remains(String(key));
  const near = before.slice(at).find(stays) ?? before.slice(0, at).findLast(stays);
  return near === undefined
    ? view
    : anchored(near, gone.start - (view.kind === 'anchored' ? view.offset : 0));
}

function anchored({ key, start }: Item, top: number): View {
  return { kind: 'anchored', key: String(key), offset: start - top };
}
