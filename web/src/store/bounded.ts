import type { Ts } from '../protocol/generated';
import type { Segment, Segments } from './segments';
import { compareTs } from './ts';

/** As many messages are held of a place that is on screen. */
export const placeMost = 600;

export function countOf(segments: Segments): number {
  return segments.reduce((sum, { messages }) => sum + messages.length, 0);
}

/**
 * Lets go of what is far from what is read, or from the newest message when that is: pages at
 * either end of the run, and all other runs. The newest messages stay, as a run of their own where
 * what lies between is gone: that way back needs no network. Less stays than may, so that it is
 * not done at each message that comes.
 */
export function bounded(segments: Segments, eye: Ts | undefined, most: number): Segments {
  if (countOf(segments) <= most) return segments;
  const run = segments.find((each) => eye !== undefined && reachesTo(each, eye)) ?? segments.at(-1);
  if (run === undefined) return segments;
  const tail = Math.floor(most / 6);
  const near = Math.floor((most * 3) / 4);
  const { messages, live, hasOlder } = run;
  const { length } = messages;
  const at = eye === undefined ? length : lowerBound(messages, eye);
  const low = Math.max(0, Math.min(at - Math.floor(near / 2), length - near));
  const high = Math.min(length, low + near);
  const older = hasOlder || low > 0;
  if (live && high + tail >= length) {
    return [{ messages: messages.slice(low), hasOlder: older, live }];
  }
  const shown: Segment = { messages: messages.slice(low, high), hasOlder: older, live: false };
  const newest = segments.find((each) => each.live);
  return newest === undefined ? [shown] : [shown, lastOf(newest, tail)];
}

function lastOf(run: Segment, count: number): Segment {
  const messages = run.messages.slice(-count);
  return { ...run, messages, hasOlder: run.hasOlder || messages.length < run.messages.length };
}

function reachesTo({ messages, live }: Segment, ts: Ts): boolean {
  const last = messages.at(-1)?.ts;
  return live || (last !== undefined && compareTs(ts, last) <= 0);
}

function lowerBound(messages: Segment['messages'], ts: Ts): number {
  const at = messages.findIndex((each) => compareTs(each.ts, ts) >= 0);
  return at < 0 ? messages.length : at;
}
