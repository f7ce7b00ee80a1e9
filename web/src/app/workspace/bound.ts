import { withinMemory, type Kept } from '../../store/memory';
import type { Place } from '../../store/places';
import type { MemoryParts } from './memory';

const messagesMost = 5000;

/** Lets go of what is too much. */
export function bound(
  { storage, inbox, store }: MemoryParts,
  isOpen: (place: Place) => boolean,
): void {
  const kept: Kept = {
    messages: messagesMost,
    isOpen,
    seenMs: (channel) => storage.seen.get(channel) ?? 0,
    onDisk: (channel) => storage.shelf.get(channel)?.position,
  };
  if (withinMemory(store.getState(), kept) === store.getState()) return;
  inbox.put({ from: 'page', change: (state) => withinMemory(state, kept) });
}
