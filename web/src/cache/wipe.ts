import { deleteDB, type StoreNames } from 'idb';
import type { TeamId, UserId } from '../protocol/generated';
import { sessionEnded, type Send } from '../outbox/queue';
import { emptyDraft, type Draft } from '../richtext/draft';
import { cacheName, readStores, type Cache, type CacheSchema } from './schema';

/** Nothing of a workspace stays on disk after sign-out. */
export async function wipeCache(user: UserId, team: TeamId): Promise<void> {
  try {
    await deleteDB(cacheName(user, team));
  } catch {
    // There is none, or no IndexedDB at all.
  }
}

/** Nothing is left in any store. */
export async function emptyCache(cache: Cache): Promise<void> {
  try {
    await clearAll(cache, cache.objectStoreNames);
  } catch {
    // Another tab deletes it already, or the disk refused.
  }
}

/** What can be read anew goes; what somebody has begun to write or to send stays. */
export async function clearCache(cache: Cache): Promise<void> {
  await clearAll(cache, readStores);
}

async function clearAll(cache: Cache, stores: ArrayLike<StoreNames<CacheSchema>>): Promise<void> {
  const names = Array.from(stores);
  const change = cache.transaction(names, 'readwrite');
  await Promise.all([...names.map((store) => change.objectStore(store).clear()), change.done]);
}

const unsaidStores = ['outbox', 'drafts', 'lost'] as const;
const otherStores = ['lease', 'jump'] as const;

/** Whether the server is known to have a draft of a place. */
export type IsTold = (place: string, draft: Draft) => boolean;

/**
 * Only what somebody wrote and the server does not have stays: the words as they are on the disk,
 * for another tab may have written them. What waited to be sent does not leave
 * by itself any more: whoever comes back says whether it still is to. False if the disk refused.
 */
export async function keepUnsaid(cache: Cache, isTold: IsTold): Promise<boolean> {
  try {
    const gone = [...readStores, ...otherStores];
    const change = cache.transaction([...gone, ...unsaidStores], 'readwrite');
    const [outbox, drafts] = [change.objectStore('outbox'), change.objectStore('drafts')];
    const [sends, places, begun] = await Promise.all([
      outbox.getAll(),
      drafts.getAllKeys(),
      drafts.getAll(),
      ...gone.map((store) => change.objectStore(store).clear()),
    ]);
    await Promise.all([
      ...sends.map((send) => outbox.put(unsent(send), send.id)),
      ...places
        .filter((place, at) => isTold(place, begun[at] ?? emptyDraft))
        .map((place) => drafts.delete(place)),
      change.done,
    ]);
    return true;
  } catch {
    return false;
  }
}

function unsent(send: Send): Send {
  return send.state === 'failed' ? send : { ...send, state: 'failed', reason: sessionEnded };
}
