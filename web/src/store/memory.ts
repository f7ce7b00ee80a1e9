import type { ChannelId, Offset } from '../protocol/generated';
import { channelOf, type Place } from './places';
import type { History, WorkspaceState } from './state';

export interface Kept {
  messages: number;
  isOpen: (place: Place) => boolean;
  /** When a conversation was last on screen. */
  seenMs: (channel: ChannelId) => number;
  /** The position up to which the disk has the messages of a conversation. */
  onDisk: (channel: ChannelId) => Offset | undefined;
}

/**
 * Lets go of messages that were not seen for longest. Of what the disk has only those events stay
 * that the disk does not know of, so that it can be read and brought up to date.
 */
export function withinMemory(state: WorkspaceState, kept: Kept): WorkspaceState {
  const histories = new Map(Object.entries(state.histories));
  const free: Place[] = [];
  let count = 0;
  const dropped: Place[] = [];
  const drop = (place: Place, history: History) => {
    const rest = restOf(history, kept.onDisk(place));
    if (rest === undefined) histories.delete(place);
    else histories.set(place, rest);
    count -= weightOf(history) - (rest === undefined ? 0 : weightOf(rest));
    dropped.push(place);
  };
  for (const [place, history] of histories) {
    count += weightOf(history);
    if (kept.isOpen(place) || isLoading(state, place)) continue;
    free.push(place);
    const isWritten = history.recentFrom < (kept.onDisk(place) ?? 0);
    if (history.segments.length === 0 && history.recent.length > 0 && isWritten) {
      drop(place, history);
    }
  }
  if (count > kept.messages) {
    const seenMs = (place: Place) => kept.seenMs(channelOf(place));
    for (const place of free.sort((one, two) => seenMs(one) - seenMs(two))) {
      const history = histories.get(place);
      if (count <= kept.messages) break;
      if (history !== undefined && weightOf(history) > 0) drop(place, history);
    }
  }
  return dropped.length === 0 ? state : { ...state, histories: Object.fromEntries(histories) };
}

/** How much of what is held is messages. */
function weightOf({ segments, recent }: History): number {
  return segments.reduce((sum, { messages }) => sum + messages.length, 0) + recent.length;
}

/** What stays of it. */
function restOf(history: History, disk: Offset | undefined): History | undefined {
  if (disk === undefined || history.stale || history.recentFrom > disk) return undefined;
  const recent = history.recent.filter(({ offset }) => offset > disk);
  return { segments: [], recent, recentFrom: disk, stale: false };
}

function isLoading(state: WorkspaceState, place: Place): boolean {
  const { window, older, newer } = state.loads[place] ?? {};
  return [window, older, newer].includes('loading');
}
