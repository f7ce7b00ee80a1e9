import { useCallback, useEffect, useMemo, useState } from 'react';
import { useWorkspace, useWorkspaceState } from '../../../app/context';
import { dayKey } from '../../../i18n/formats';
import type { Row } from '../../../models/rows';
import type { Place } from '../../../store/places';
import type { Segment } from '../../../store/segments';
import { millisOf } from '../../../store/ts';
import type { News } from '../NewBar/NewBar';
import type { Keeper } from './useKeeper';

interface PagingInput {
  place: Place;
  /** Whether there is something to page through yet. */
  enabled: boolean;
  /** How much there is to be read below. */
  unread: number;
  rows: readonly Row[];
  segment: Segment;
  keeper: Keeper;
}

const screensAhead = 2;
const pillPx = 8;

/** Fetches before the reader arrives, and knows which day is on top and how far the end is. */
export function usePaging({ place, enabled, unread, rows, segment, keeper }: PagingInput) {
  const workspace = useWorkspace();
  const loads = useWorkspaceState((state) => state.loads[place]);
  const self = useWorkspaceState((state) => state.self);
  const [pill, setPill] = useState<number>();
  const [newAbove, setNewAbove] = useState(false);
  const [away, setAway] = useState(!segment.live);
  const { scroller, rowAt } = keeper;
  const [oldest, newest] = [segment.messages[0]?.ts, segment.messages.at(-1)?.ts];
  const { older, newer } = loads ?? {};

  const look = useCallback(() => {
    const box = scroller.current;
    if (box === null || !enabled) return;
    const ahead = box.clientHeight * screensAhead;
    const left = box.scrollHeight - box.clientHeight - box.scrollTop;
    if (segment.hasOlder && older === undefined && oldest !== undefined && box.scrollTop < ahead) {
      workspace.pages.older(place, oldest);
    }
    if (!segment.live && newer === undefined && newest !== undefined && left < ahead) {
      workspace.pages.newer(place, newest);
    }
    setAway(!segment.live || left > box.clientHeight);
    const scrolls = box.scrollHeight > box.clientHeight;
    const day = scrolls ? dayOf(rows.slice(rowAt(pillPx))) : undefined;
    setPill((before) => (isSameDay(before, day) ? before : day));
    setNewAbove(rows.slice(0, rowAt(1)).some(({ kind }) => kind === 'new'));
  }, [place, enabled, rows, segment, older, newer, oldest, newest, scroller, rowAt, workspace]);

  useEffect(look, [look]);

  const retry = useCallback(
    (side: 'older' | 'newer') => {
      if (side === 'older' && oldest !== undefined) workspace.pages.older(place, oldest);
      if (side === 'newer' && newest !== undefined) workspace.pages.newer(place, newest);
    },
    [place, oldest, newest, workspace],
  );
  const failed = useMemo(
    () => ({ older: older === 'failed', newer: newer === 'failed' }),
    [older, newer],
  );
  const far = { away, unread, loading: older === 'loading' };
  const news = useMemo(() => (newAbove ? newsOf(rows, self) : undefined), [newAbove, rows, self]);
  return { pill, news, far, failed, look, retry };
}

/** What stands below the "new" line and is not the reader's own. */
function newsOf(rows: readonly Row[], self: string): News | undefined {
  const at = rows.findIndex(({ kind }) => kind === 'new');
  const messages = rows.slice(at + 1).flatMap((row) => ('message' in row ? [row.message] : []));
  const [first, ...others] = messages.filter(({ user }) => user !== self);
  if (at < 0 || first === undefined) return undefined;
  return { count: others.length + 1, sinceMs: millisOf(first.ts) };
}

function isSameDay(one: number | undefined, other: number | undefined): boolean {
  if (one === undefined || other === undefined) return one === other;
  return dayKey(one) === dayKey(other);
}

/** The day of the topmost visible row; its own line lies below. */
function dayOf(rows: readonly Row[]): number | undefined {
  const row = rows.find(({ kind }) => kind !== 'new' && kind !== 'older');
  if (row === undefined) return undefined;
  if ('message' in row) return millisOf(row.message.ts);
  if ('messages' in row) return millisOf(row.messages[0]?.ts ?? '0');
  if (row.kind === 'day') return row.ms;
  return 'send' in row ? row.send.createdMs : undefined;
}
