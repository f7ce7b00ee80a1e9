import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { LostDraft } from '../app/workspace/lostDrafts';
import type { Person, Positions, Team, TeamId, UserId } from '../protocol/generated';
import type { Send } from '../outbox/queue';
import type { Lease } from '../outbox/lock';
import type { HeldConversation } from '../store/counts';
import type { Segments } from '../store/segments';
import type { JumpMemory } from '../models/jump/memory';
import type { Draft } from '../richtext/draft';

/** What is not of one conversation. `positions` are those of the person and the workspace. */
export interface HeadRecord {
  self: UserId;
  team: Team;
  epoch: number;
  build: string;
  positions: Positions;
  /** Whether all people of the workspace are held, as far as they are held at all. */
  allPeople: boolean;
  /** Another one with every write: by it a tab knows whether another one wrote since. */
  stamp: string;
}

/** What is known of the messages of a conversation without reading them. */
export interface KeptPages {
  count: number;
  /** About how many bytes they take. */
  size: number;
  /** When the conversation was last on screen. */
  seenMs: number;
}

/** A conversation, and the position at which it and its messages stood: written together. */
export interface ConversationRecord {
  position: number;
  conversation: HeldConversation;
  /** Nothing when the disk has no messages of it. */
  pages: KeptPages | undefined;
}

export interface CacheSchema extends DBSchema {
  head: { key: 'head'; value: HeadRecord };
  conversations: { key: string; value: ConversationRecord };
  /** The messages of a conversation, read when it is opened. */
  pages: { key: string; value: Segments };
  /** Many to a record: reading ten thousand records takes too long. */
  people: { key: number; value: readonly Person[] };
  outbox: { key: string; value: Send };
  drafts: { key: string; value: Draft };
  /** Drafts that gave way to others. */
  lost: { key: string; value: LostDraft };
  lease: { key: string; value: Lease };
  jump: { key: 'jump'; value: JumpMemory };
}

export type Cache = IDBPDatabase<CacheSchema>;

const version = 5;
/** What can be read anew from the server. */
export const readStores = ['head', 'conversations', 'pages', 'people'] as const;
const ownStores = ['outbox', 'drafts', 'lost', 'lease', 'jump'] as const;

export function cacheName(user: UserId, team: TeamId): string {
  return `parley:${user}:${team}`;
}

const openMs = 5000;

/** Refuses after five seconds: a tab that is asleep may hold up the disk while it is deleted. */
export async function openCacheInTime(user: UserId, team: TeamId): Promise<Cache> {
  const opening = openCache(user, team);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('the disk is held up')), openMs);
  });
  try {
    return await Promise.race([opening, late]);
  } catch (refusal) {
    void opening.then((cache) => cache.close()).catch(() => undefined);
    throw refusal;
  } finally {
    clearTimeout(timer);
  }
}

export function openCache(user: UserId, team: TeamId): Promise<Cache> {
  return openDB<CacheSchema>(cacheName(user, team), version, {
    upgrade(cache) {
      for (const store of readStores) {
        if (cache.objectStoreNames.contains(store)) cache.deleteObjectStore(store);
        cache.createObjectStore(store);
      }
      for (const store of ownStores) {
        if (!cache.objectStoreNames.contains(store)) cache.createObjectStore(store);
      }
    },
    blocking(_current, _next, event) {
      (event.target as IDBDatabase).close();
    },
  });
}
