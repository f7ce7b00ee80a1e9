import { deleteDB } from 'idb';
import type { TeamId, UserId } from '../protocol/generated';
import { cacheName, readStores, type Cache } from './schema';

/** Nothing of a workspace stays on disk after sign-out. */
export async function wipeCache(user: UserId, team: TeamId): Promise<void> {
  try {
    await deleteDB(cacheName(user, team));
  } catch {
    // There is none, or no IndexedDB at all.
  }
}

/** What can be read anew goes; what somebody has begun to write or to send stays. */
export async function clearCache(cache: Cache): Promise<void> {
  const change = cache.transaction(readStores, 'readwrite');
  await Promise.all([...readStores.map((store) => change.objectStore(store).clear()), change.done]);
}
