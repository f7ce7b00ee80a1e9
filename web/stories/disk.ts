import type { Page } from '@playwright/test';

export interface Disk {
  /** The local caches there are. */
  caches: string[];
  /** How many records their store has. */
  count: number;
  /** Whether one of them holds the words; looked for only if some are given. */
  holds: boolean;
}

/** What this browser's disk has in a store of the local caches. */
export function diskOf(page: Page, store: string, words?: string): Promise<Disk> {
  return page.evaluate(readDisk, { store, words });
}

/** Runs in the page. */
async function readDisk(asked: { store: string; words: string | undefined }): Promise<Disk> {
  const result = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(new Error('disk'));
    });
  const found: Disk = { caches: [], count: 0, holds: false };
  for (const { name } of await indexedDB.databases()) {
    if (name?.startsWith('parley:') !== true) continue;
    found.caches.push(name);
    const opening = indexedDB.open(name);
    // What has been deleted meanwhile is not made again.
    opening.onupgradeneeded = () => opening.transaction?.abort();
    const disk = await result(opening).catch(() => undefined);
    if (disk === undefined) continue;
    const store = disk.transaction(asked.store).objectStore(asked.store);
    found.count += await result(store.count());
    if (asked.words !== undefined) {
      const records: unknown = await result(store.getAll());
      found.holds ||= JSON.stringify(records).includes(asked.words);
    }
    disk.close();
  }
  return found;
}
