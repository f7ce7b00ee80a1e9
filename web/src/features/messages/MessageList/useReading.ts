import { useEffect, useRef, type RefObject } from 'react';
import { useWorkspace } from '../../../app/context';
import { whenIdle } from '../../../app/whenIdle';
import type { Row } from '../../../models/rows';
import type { Message } from '../../../protocol/generated';
import type { Keeper } from './useKeeper';

const seenMs = 400;

/** Tells of the lowest message whose end was visible for a moment, and of its number. */
export function useReading(
  rows: readonly Row[],
  keeper: Keeper,
  onSeen: (message: Message, number: number) => void,
): void {
  const workspace = useWorkspace();
  const { scroller, virtualizer } = keeper;
  const seen = useRef(onSeen);
  seen.current = onSeen;
  useEffect(() => {
    let before: string | undefined;
    const look = () => {
      const lowest = isWatched(scroller.current)
        ? lowestSeen(scroller, virtualizer, rows)
        : undefined;
      if (lowest !== undefined && lowest.ts === before) {
        seen.current(lowest, numberUpTo(rows, lowest.ts));
      }
      before = lowest?.ts;
    };
    look();
    const timer = setInterval(look, seenMs);
    return () => clearInterval(timer);
  }, [rows, scroller, virtualizer]);

  // Where one goes next is to be painted first.
  useEffect(() => () => void whenIdle(() => void workspace.reader.write()), [workspace]);
}

/** Not while a dialog is above, or another pane covers it. */
function isWatched(list: HTMLElement | null): boolean {
  if (list === null || getComputedStyle(list).visibility === 'hidden') return false;
  const covered = document.querySelector('dialog[open]') !== null;
  return document.visibilityState === 'visible' && document.hasFocus() && !covered;
}

function lowestSeen(
  scroller: RefObject<HTMLDivElement | null>,
  virtualizer: Keeper['virtualizer'],
  rows: readonly Row[],
): Message | undefined {
  const edge = scroller.current?.getBoundingClientRect().bottom;
  if (edge === undefined) return undefined;
  for (const { key, index } of virtualizer.getVirtualItems().toReversed()) {
    const message = messageOf(rows[index]);
    const element = virtualizer.elementsCache.get(key);
    if (message === undefined || element === undefined) continue;
    if (element.getBoundingClientRect().bottom <= edge + 1) return message;
  }
  return undefined;
}

function messageOf(row: Row | undefined): Message | undefined {
  if (row === undefined) return undefined;
  if ('message' in row) return row.message;
  return row.kind === 'system' ? row.messages.at(-1) : undefined;
}

/** Lines about people who come and go have no number: the last one before counts. */
function numberUpTo(rows: readonly Row[], ts: string): number {
  let number = 0;
  for (const row of rows) {
    const message = messageOf(row);
    if (message?.number !== undefined) number = Math.max(number, message.number);
    if (message?.ts === ts) break;
  }
  return number;
}
