import type { Row } from '../../../models/rows';
import type { Ts } from '../../../protocol/generated';
import { compareTs, millisOf } from '../../../store/ts';
import { survivor } from './hold';
import { live, type KeptView, type View } from './view';

/** Where the message that matters stands: below the top by a quarter of the window. */
export function quarterOf(): number {
  return Math.round(window.innerHeight / 4);
}

/** The message of an instant; if it is gone, the next one, or the last before. */
export function nearest(rows: readonly Row[], ts: Ts): Row | undefined {
  const messages = rows.filter((row) => 'message' in row);
  return messages.find(({ message }) => compareTs(message.ts, ts) >= 0) ?? messages.at(-1);
}

/** Where a list opens: at the message asked for, where it was left, at "New", or at the end. */
export function firstView(
  rows: readonly Row[],
  jump: Ts | undefined,
  kept: KeptView | undefined,
  atLiveEnd: boolean,
): View {
  if (jump !== undefined) {
    const row = nearest(rows, jump);
    if (row !== undefined) return { kind: 'centred', key: row.key };
  }
  if (kept !== undefined) {
    const keys = new Set(rows.map(({ key }) => key));
    return survivor(kept.view, kept.measured, (key) => keys.has(key));
  }
  if (rows.some(({ kind }) => kind === 'new')) {
    return { kind: 'anchored', key: 'new', offset: quarterOf() };
  }
  const last = rows.findLast((row) => 'message' in row);
  if (atLiveEnd || last === undefined) return live;
  return { kind: 'anchored', key: last.key, offset: quarterOf() };
}

/** The beginning of a day on top, or of the conversation; the last message if all are older. */
export function dayView(rows: readonly Row[], day: Ts | undefined): View | undefined {
  if (day === undefined) return undefined;
  const ms = millisOf(day);
  const row = rows.find((each) =>
    ms === 0 ? each.kind === 'start' : each.kind === 'day' && each.ms >= ms,
  );
  const last = rows.findLast((each) => 'message' in each);
  const key = (row ?? last)?.key;
  return key === undefined ? undefined : { kind: 'anchored', key, offset: 0 };
}
