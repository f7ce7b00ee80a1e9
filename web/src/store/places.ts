import type { ChannelId, Message, Ts } from '../protocol/generated';
import { withEntry } from './records';
import { isInThreadOnly } from './threads';

/** Where a run of messages is held: a conversation (`C1`), or a thread in it (`C1/1700000000.000001`). */
export type Place = string;

export function placeOf(channel: ChannelId, thread?: Ts): Place {
  return thread === undefined ? channel : `${channel}/${thread}`;
}

export function channelOf(place: Place): ChannelId {
  return place.split('/')[0] ?? place;
}

export function threadOf(place: Place): Ts | undefined {
  return place.split('/')[1];
}

/** Whether a message stands there. */
export function standsIn(place: Place, message: Message): boolean {
  const thread = threadOf(place);
  if (thread === undefined) return !isInThreadOnly(message);
  return message.ts === thread || message.thread_ts === thread;
}

/** Changes what is held of a conversation and of its threads. */
export function inAll<T>(
  held: Readonly<Record<Place, T>>,
  channel: ChannelId,
  change: (each: T, place: Place) => T,
): Readonly<Record<Place, T>> {
  let all = held;
  const threads = `${channel}/`;
  for (const place of Object.keys(held)) {
    if (place !== channel && !place.startsWith(threads)) continue;
    const each = held[place];
    if (each === undefined) continue;
    const next = change(each, place);
    if (next !== each) all = withEntry(all, place, next);
  }
  return all;
}

/** The same without a conversation and its threads. */
export function withoutAll<T>(
  held: Readonly<Record<Place, T>>,
  channel: ChannelId,
): Readonly<Record<Place, T>> {
  const kept = Object.entries(held).filter(([place]) => channelOf(place) !== channel);
  return kept.length === Object.keys(held).length ? held : Object.fromEntries(kept);
}
