import type { ThreadMarker } from '../protocol/generated';
import { shownThread, unreadReplies } from '../store/followed';
import type { WorkspaceState } from '../store/state';
import { compareTs } from '../store/ts';

/** A thread that the person follows, as it is shown. */
export interface FollowedThread {
  marker: ThreadMarker;
  unread: number;
}

type Known = Pick<WorkspaceState, 'threads' | 'ops'>;

/** The threads that one follows: those with something unread first, then by the root's age. */
export function followedThreads({ threads, ops }: Known): FollowedThread[] {
  return Object.values(threads)
    .map(({ marker }) => shownThread(marker, ops))
    .filter(({ following, reply_number }) => following && reply_number > 0)
    .map((marker) => ({ marker, unread: unreadReplies(marker) }))
    .sort((one, two) => byUnread(one, two) || compareTs(lastOf(two), lastOf(one)));
}

/** How many replies wait in the threads that one follows. */
export function repliesWaiting(known: Known): number {
  return followedThreads(known).reduce((sum, { unread }) => sum + unread, 0);
}

function byUnread(one: FollowedThread, two: FollowedThread): number {
  return Number(two.unread > 0) - Number(one.unread > 0);
}

function lastOf({ marker }: FollowedThread): string {
  return compareTs(marker.read_ts, marker.thread_ts) > 0 ? marker.read_ts : marker.thread_ts;
}
