import type { ChannelId, Offset } from '../protocol/generated';
import { advance } from '../store/messages';
import type { Segments } from '../store/segments';
import type { WorkspaceState } from '../store/state';
import type { Shelved } from './shelf';

export const keptMessages = 200;

interface Known {
  /** What was last written, unless somebody else wrote since. */
  before: WorkspaceState | undefined;
  state: WorkspaceState;
  id: ChannelId;
  position: Offset;
  /** What the disk has. */
  was: Shelved | undefined;
}

/** What has to be on disk: these messages, what is there, or nothing. */
export type Pages = Segments | 'same' | 'none';

/** Of what is in memory the newest run, if it is whole. What the disk alone has may be behind. */
export function pagesNow({ before, state, id, position, was }: Known): Pages | 'behind' {
  const history = state.histories[id];
  if (history?.stale === true) return 'none';
  const newest = history?.segments.findLast((each) => each.live);
  if (history !== undefined && newest !== undefined) {
    const old = before?.histories[id];
    const isSame = old?.stale === false && old.segments === history.segments;
    if (!isSame) return cut([newest]);
    return was === undefined ? 'none' : 'same';
  }
  if (was === undefined) return 'none';
  if (was.position === position) return 'same';
  if (history === undefined || was.position > position) return 'none';
  return history.recentFrom <= was.position ? 'behind' : 'none';
}

/** What is on disk, after the events that came since. */
export function broughtUp({ state, id, was }: Known, kept: Segments | undefined): Pages {
  const history = state.histories[id];
  if (history === undefined || was === undefined || kept === undefined) return 'none';
  const later = history.recent.filter(({ offset }) => offset > was.position);
  const after = advance({ ...history, segments: kept }, id, later).segments;
  return after === kept ? 'same' : cut(after);
}

function cut(segments: Segments): Segments {
  return segments.map(({ messages, hasOlder, live }) => ({
    messages: messages.slice(-keptMessages),
    hasOlder: hasOlder || messages.length > keptMessages,
    live,
  }));
}
