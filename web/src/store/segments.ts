import type { Message, Offset, Ts } from '../protocol/generated';
import { afterAll, beforeAll, compareTs } from './ts';

/** A message, and the offset of its stream up to which this state is known to hold. */
export interface StoredMessage extends Message {
  at: Offset;
}

/** A contiguous run of known messages, oldest first. */
export interface Segment {
  messages: readonly StoredMessage[];
  hasOlder: boolean;
  /** Nothing newer exists: what arrives is appended here. */
  live: boolean;
}

/** What one answer says: every message between two bounds, as it stood at one position. */
export interface Page {
  /** Those that the page once held may be known to be newer than the page. */
  messages: readonly (Message | StoredMessage)[];
  position: Offset;
  hasOlder: boolean;
  live: boolean;
  /** The message that the page was asked to follow, or to precede. */
  after?: Ts;
  before?: Ts;
}

export type Segments = readonly Segment[];

interface Bounds {
  low: Ts;
  high: Ts;
}

export function findMessage(segments: Segments, ts: Ts): StoredMessage | undefined {
  for (const { messages } of segments) {
    const at = indexOf(messages, ts);
    if (at >= 0) return messages[at];
  }
  return undefined;
}

/** Whether a run holds all that there is around an instant; its very first message is not shown. */
export function reaches({ messages: [first], hasOlder }: Segment, ts: Ts): boolean {
  return !hasOlder || (first !== undefined && compareTs(first.ts, ts) < 0);
}

export function liveSegment(segments: Segments): Segment | undefined {
  return segments.findLast((segment) => segment.live);
}

/** Puts a message where it belongs, or nowhere when its place lies outside of what is known. */
export function place(segments: Segments, message: StoredMessage): Segments {
  const at = segments.findIndex((segment) => holds(boundsOf(segment), message.ts));
  const segment = segments[at];
  if (segment === undefined) return segments;
  const known = findMessage([segment], message.ts);
  if (known !== undefined && known.at > message.at) return segments;
  return segments.with(at, { ...segment, messages: insert(segment.messages, message) });
}

/** Takes in what an edit was answered with, unless what is held was edited later. */
export function revise(segments: Segments, { ts, text, edited }: Message): Segments {
  const held = findMessage(segments, ts);
  if (held === undefined || edited === undefined) return segments;
  if (held.edited !== undefined && compareTs(held.edited.ts, edited.ts) >= 0) return segments;
  return place(segments, { ...held, text, edited });
}

export function remove(segments: Segments, ts: Ts, offset: Offset): Segments {
  const at = segments.findIndex(({ messages }) => indexOf(messages, ts) >= 0);
  const segment = segments[at];
  if (segment === undefined) return segments;
  const index = indexOf(segment.messages, ts);
  if ((segment.messages[index]?.at ?? 0) > offset) return segments;
  return segments.with(at, { ...segment, messages: segment.messages.toSpliced(index, 1) });
}

/** Merges a page into the segments it overlaps or touches; the fresher state of a message wins. */
export function mergePage(segments: Segments, page: Page): Segments {
  const covered = boundsOfPage(page);
  const touched = segments.filter((segment) => meet(boundsOf(segment), covered));
  const kept = touched
    .flatMap((segment) => segment.messages)
    .filter((message) => message.at > page.position || !within(covered, message.ts));
  const known = new Map(kept.map((message) => [message.ts, message]));
  for (const message of page.messages) {
    const held = known.get(message.ts);
    if (held !== undefined && held.at > page.position) continue;
    const at = 'at' in message ? Math.max(message.at, page.position) : page.position;
    known.set(message.ts, { ...message, at });
  }
  const reachesStart = !page.hasOlder || touched.some((segment) => !segment.hasOlder);
  const merged: Segment = {
    messages: [...known.values()].sort((one, two) => compareTs(one.ts, two.ts)),
    hasOlder: !reachesStart,
    live: page.live || touched.some((segment) => segment.live),
  };
  const others = segments.filter((segment) => !touched.includes(segment));
  return [...others, merged].sort((one, two) => compareTs(boundsOf(one).low, boundsOf(two).low));
}

function insert(messages: readonly StoredMessage[], message: StoredMessage): StoredMessage[] {
  const at = lowerBound(messages, message.ts);
  const same = messages[at]?.ts === message.ts;
  return messages.toSpliced(at, same ? 1 : 0, message);
}

function indexOf(messages: readonly StoredMessage[], ts: Ts): number {
  const at = lowerBound(messages, ts);
  return messages[at]?.ts === ts ? at : -1;
}

function lowerBound(messages: readonly StoredMessage[], ts: Ts): number {
  let low = 0;
  let high = messages.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const found = messages[middle];
    if (found !== undefined && compareTs(found.ts, ts) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

function boundsOf({ messages, hasOlder, live }: Segment): Bounds {
  return {
    low: hasOlder ? (messages[0]?.ts ?? afterAll) : beforeAll,
    high: live ? afterAll : (messages.at(-1)?.ts ?? beforeAll),
  };
}

function boundsOfPage({ messages, hasOlder, live, after, before }: Page): Bounds {
  const first = messages[0]?.ts;
  const last = messages.at(-1)?.ts;
  return {
    low: hasOlder ? (after ?? first ?? before ?? afterAll) : beforeAll,
    high: live ? afterAll : (before ?? last ?? after ?? beforeAll),
  };
}

function holds({ low, high }: Bounds, ts: Ts): boolean {
  return compareTs(low, ts) <= 0 && compareTs(ts, high) <= 0;
}

/** The page says nothing about the very messages it was asked to follow or to precede. */
function within({ low, high }: Bounds, ts: Ts): boolean {
  return compareTs(low, ts) < 0 && compareTs(ts, high) < 0;
}

function meet(one: Bounds, two: Bounds): boolean {
  return compareTs(one.low, two.high) <= 0 && compareTs(two.low, one.high) <= 0;
}
