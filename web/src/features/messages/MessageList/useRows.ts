import { useMemo } from 'react';
import { useStore } from 'zustand';
import { useWorkspace, useWorkspaceState } from '../../../app/context';
import { dayKey } from '../../../i18n/formats';
import { rowsOf, type Row } from '../../../models/rows';
import type { Ts } from '../../../protocol/generated';
import { withOwnOnly, type EphemeralMessage } from '../../../store/ephemerals';
import { shownMessages } from '../../../store/ops';
import { liveSegment, type Segment, type Segments } from '../../../store/segments';
import { compareTs } from '../../../store/ts';

export interface Rows {
  segment: Segment | undefined;
  rows: readonly Row[];
}

const none: Segments = [];
const nothing: readonly EphemeralMessage[] = [];
const prefs = { dayOf: dayKey };

/** The rows of the run of messages that is shown: around a message, or the newest one. */
export function useRows(channel: string, shown: Ts | undefined, newAfter: Ts | undefined): Rows {
  const workspace = useWorkspace();
  const segments = useWorkspaceState((state) => state.histories[channel]?.segments ?? none);
  const ephemerals = useWorkspaceState((state) => state.ephemerals[channel] ?? nothing);
  const ops = useWorkspaceState((state) => state.ops);
  const self = useWorkspaceState((state) => state.self);
  const all = useStore(workspace.outbox.store, (queue) => queue.sends);
  const sends = useMemo(() => all.filter((send) => send.channel === channel), [all, channel]);
  const segment = shown === undefined ? liveSegment(segments) : segmentAt(segments, shown);
  const rows = useMemo(() => {
    if (segment === undefined) return [];
    const messages = shownMessages(withOwnOnly(segment, ephemerals), ops, channel);
    return rowsOf({ ...segment, messages }, sends, { newAfter, self }, prefs);
  }, [segment, ephemerals, ops, channel, sends, newAfter, self]);
  return { segment, rows };
}

/** The run that holds an instant, else the one right after it. */
function segmentAt(segments: Segments, ts: Ts): Segment | undefined {
  return segments.find(({ messages, live }) => {
    const last = messages.at(-1)?.ts;
    return live || (last !== undefined && compareTs(ts, last) <= 0);
  });
}
