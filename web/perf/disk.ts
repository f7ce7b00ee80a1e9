import { expect, type Page } from '@playwright/test';
import { diskOf } from '../stories/disk';

/** Waits until the local cache has messages of so many conversations. */
export async function diskHolds(page: Page, count: number): Promise<void> {
  await expect
    .poll(async () => (await diskOf(page, 'pages')).count, { timeout: 120_000 })
    .toBeGreaterThanOrEqual(count);
}
