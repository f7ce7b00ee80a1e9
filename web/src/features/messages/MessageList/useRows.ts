import { useMemo } from 'react';
import { useStore } from 'zustand';
import { useWorkspace, useWorkspaceState } from '../../../app/context';
import { dayKey } from '../../../i18n/formats';
import { pendingRows, rowsOf, type Row } from '../../../models/rows';
import type { Send } from '../../../outbox/queue';
import type { Ts } from '../../../protocol/generated';
import { withOwnOnly, type EphemeralMessage } from '../../../store/ephemerals';
import { shownMessages } from '../../../store/ops';
import { placeOf } from '../../../store/places';
import {
  findMessage,
  liveSegment,
  type Segment,
  type Segments,
  type StoredMessage,
} from '../../../store/segments';
import { compareTs } from '../../../store/ts';

export interface Rows {
  segment: Segment | undefined;
  /** Nothing was fetched yet: the message that the thread hangs on is known from its conversation. */
  early: boolean;
  /** Without a segment, what waits to be sent alone. */
  rows: readonly Row[];
}

const none: Segments = [];
const nothing: readonly EphemeralMessage[] = [];
const prefs = { dayOf: dayKey };

interface RowsInput {
  channel: string;
  /** The message that a thread hangs on, in place of the whole conversation. */
  thread?: Ts | undefined;
  shown: Ts | undefined;
  newAfter: Ts | undefined;
}

/** The rows of the run of messages that is shown: around a message, or the newest one. */
export function useRows({ channel, thread, shown, newAfter }: RowsInput): Rows {
  const workspace = useWorkspace();
  const segments = useWorkspaceState(
    (state) => state.histories[placeOf(channel, thread)]?.segments ?? none,
  );
  const ephemerals = useWorkspaceState((state) =>
    thread === undefined ? (state.ephemerals[channel] ?? nothing) : nothing,
  );
  const ops = useWorkspaceState((state) => state.ops);
  const self = useWorkspaceState((state) => state.self);
  const all = useStore(workspace.outbox.store, (queue) => queue.sends);
  const sends = useMemo(
    () => all.filter((send) => isShown(send, channel, thread)),
    [all, channel, thread],
  );
  const known = shown === undefined ? liveSegment(segments) : segmentAt(segments, shown);
  const root = useRoot(channel, thread);
  const segment = useMemo(() => known ?? early(root), [known, root]);
  const rows = useMemo(() => {
    if (segment === undefined) return shown === undefined ? pendingRows(sends, self, prefs) : [];
    const messages = shownMessages(withOwnOnly(segment, ephemerals), ops, channel);
    return rowsOf({ ...segment, messages }, sends, { newAfter, self, thread }, prefs);
  }, [segment, ephemerals, ops, channel, thread, shown, sends, newAfter, self]);
  return { segment, rows, early: known === undefined };
}

function isShown(send: Send, channel: string, thread: Ts | undefined): boolean {
  if (send.channel !== channel) return false;
  return thread === undefined
    ? send.thread === undefined || send.broadcast === true
    : send.thread === thread;
}

function useRoot(channel: string, thread: Ts | undefined): StoredMessage | undefined {
  return useWorkspaceState((state) =>
    thread === undefined
      ? undefined
      : findMessage(state.histories[channel]?.segments ?? none, thread),
  );
}

/** What can be shown of a thread before it is fetched. */
function early(root: StoredMessage | undefined): Segment | undefined {
  if (root === undefined) return undefined;
  return { messages: [root], hasOlder: false, live: (root.reply_count ?? 0) === 0 };
}

/** The run that holds an instant, else the one right after it. */
function segmentAt(segments: Segments, ts: Ts): Segment | undefined {
  return segments.find(({ messages, live }) => {
    const last = messages.at(-1)?.ts;
    return live || (last !== undefined && compareTs(ts, last) <= 0);
  });
}
