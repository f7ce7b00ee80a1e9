import { deleteDB } from 'idb';
import type { TeamId, UserId } from '../protocol/generated';
import { cacheName } from './schema';

/** Nothing of a workspace stays on disk after sign-out. */
export async function wipeCache(user: UserId, team: TeamId): Promise<void> {
  await deleteDB(cacheName(user, team)).catch(() => undefined);
}
