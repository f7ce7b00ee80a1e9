import { useLayoutEffect, useRef, type KeyboardEvent } from 'react';
import { isStopKey, type Row } from '../../../models/rows';
import { focusComposer } from './useEditing';
import type { Keeper } from './useKeeper';

interface FocusInput {
  rows: readonly Row[];
  keeper: Keeper;
  focused: string | undefined;
  setFocused: (key: string) => void;
}

/** One tab stop for the whole list; arrows move the focus from message to message. */
export function useFocus({ rows, keeper, focused, setFocused }: FocusInput) {
  const wanted = useRef<string>(undefined);
  const { virtualizer, hold, scroller } = keeper;
  const stops = rows.flatMap((row, index) => (isStopKey(row.key) ? [index] : []));
  const known = stops.some((index) => rows[index]?.key === focused);
  const tabStop = known ? focused : rows[stops.at(-1) ?? -1]?.key;

  const arrive = () => {
    const key = wanted.current;
    const element = key === undefined ? undefined : virtualizer.elementsCache.get(key);
    if (element === undefined) return;
    wanted.current = undefined;
    element.focus({ preventScroll: true });
    element.scrollIntoView({ block: 'nearest' });
    hold();
  };

  useLayoutEffect(arrive);

  /** The row with the focus is mounted wherever it is. */
  const go = (index: number | undefined) => {
    const key = index === undefined ? undefined : rows[index]?.key;
    if (key === undefined) return;
    wanted.current = key;
    setFocused(key);
    arrive();
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const { target: row, key } = event;
    if (!(row instanceof HTMLElement) || row.role !== 'article') return;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const at = stops.findIndex((index) => rows[index]?.key === focused);
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / 60));
    const target: Record<string, number | undefined> = {
      ArrowUp: at - 1,
      ArrowDown: at + 1,
      Home: 0,
      End: stops.length - 1,
      PageUp: at - page,
      PageDown: at + page,
    };
    if (key === 'Enter' && focused === 'start') {
      event.preventDefault();
      row.querySelector('button')?.focus();
    }
    if (key === 'Escape') focusComposer(scroller.current);
    const next = target[key];
    if (next === undefined) return;
    event.preventDefault();
    go(stops[Math.min(stops.length - 1, Math.max(0, next))]);
  };

  return { tabStop, onKeyDown, last: () => go(stops.at(-1)) };
}
