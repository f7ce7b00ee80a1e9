import { deleteDB } from 'idb';
import type { TeamId, UserId } from '../protocol/generated';
import { sessionEnded, type Send } from '../outbox/queue';
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

const unsaidStores = ['outbox', 'drafts', 'lost'] as const;
const otherStores = ['lease', 'jump'] as const;

/**
 * Only what somebody wrote and the server does not have stays. What waited to be sent does not leave
 * by itself any more: whoever comes back says whether it still is to. False if the disk refused.
 */
export async function keepUnsaid(
  cache: Cache,
  isTold: (place: string) => boolean,
): Promise<boolean> {
  try {
    const gone = [...readStores, ...otherStores];
    const change = cache.transaction([...gone, ...unsaidStores], 'readwrite');
    const [outbox, drafts] = [change.objectStore('outbox'), change.objectStore('drafts')];
    const [sends, places] = await Promise.all([
      outbox.getAll(),
      drafts.getAllKeys(),
      ...gone.map((store) => change.objectStore(store).clear()),
    ]);
    await Promise.all([
      ...sends.map((send) => outbox.put(unsent(send), send.id)),
      ...places.filter(isTold).map((place) => drafts.delete(place)),
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
