import { expect, type Page } from '@playwright/test';

/** Waits until the local cache has messages of so many conversations. */
export async function diskHolds(page: Page, count: number): Promise<void> {
  await expect
    .poll(() => page.evaluate(countPages), { timeout: 120_000 })
    .toBeGreaterThanOrEqual(count);
}

/** Runs in the page. */
async function countPages(): Promise<number> {
  const result = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(new Error('disk'));
    });
  for (const { name } of await indexedDB.databases()) {
    if (name?.startsWith('parley:') !== true) continue;
    const disk = await result(indexedDB.open(name));
    const count = await result(disk.transaction('pages').objectStore('pages').count());
    disk.close();
    return count;
  }
  return 0;
}
