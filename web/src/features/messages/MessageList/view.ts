import type { VirtualItem } from '@tanstack/react-virtual';
import type { Row } from '../../../models/rows';
import type { Ts } from '../../../protocol/generated';

/**
 * Where a person reads: at the live end, with one row at a fixed distance from the top, or with
 * one row in the middle.
 */
export type View =
  | { kind: 'live' }
  | { kind: 'anchored'; key: string; offset: number }
  | { kind: 'centred'; key: string };

/** What is kept of a list while it is not on screen: coming back shows the same pixels. */
export interface KeptView {
  view: View;
  /** The message whose run is shown; nothing for the newest run. */
  shown: Ts | undefined;
  measured: VirtualItem[];
}

export const live: View = { kind: 'live' };
export const endPx = 48;

/** The message that is read; none at the live end, where it is the newest. */
export function eyeOf(rows: readonly Row[], view: View): Ts | undefined {
  if (view.kind === 'live') return undefined;
  const at = rows.findIndex(({ key }) => key === view.key);
  const below = rows.slice(Math.max(0, at)).map(tsOf).find(isKnown);
  return below ?? rows.slice(0, Math.max(0, at)).map(tsOf).findLast(isKnown);
}

function tsOf(row: Row): Ts | undefined {
  if ('message' in row) return row.message.ts;
  return row.kind === 'system' ? row.messages.at(-1)?.ts : undefined;
}

function isKnown(ts: Ts | undefined): ts is Ts {
  return ts !== undefined;
}

const most = 50;

/** The last views of a page, the oldest forgotten first. */
export class ViewBook {
  private readonly kept = new Map<string, KeptView>();

  get(channel: string): KeptView | undefined {
    return this.kept.get(channel);
  }

  keep(channel: string, view: KeptView): void {
    this.kept.delete(channel);
    this.kept.set(channel, view);
    const oldest = this.kept.keys().next().value;
    if (this.kept.size > most && oldest !== undefined) this.kept.delete(oldest);
  }
}
