import type { ChannelId } from '../protocol/generated';
import type { Shelf } from './shelf';

export interface DiskBounds {
  messages: number;
  bytes: number;
}

export const diskBounds: DiskBounds = { messages: 50_000, bytes: 100_000_000 };

/** What is too much: those not seen for longest first. */
export function beyond(shelf: Shelf, { messages, bytes }: DiskBounds): ChannelId[] {
  let count = 0;
  let size = 0;
  for (const each of shelf.values()) {
    count += each.count;
    size += each.size;
  }
  if (count <= messages && size <= bytes) return [];
  const gone: ChannelId[] = [];
  const oldestFirst = [...shelf].sort(([, one], [, two]) => one.seenMs - two.seenMs);
  for (const [id, each] of oldestFirst) {
    if (count <= messages && size <= bytes) break;
    count -= each.count;
    size -= each.size;
    gone.push(id);
  }
  return gone;
}
