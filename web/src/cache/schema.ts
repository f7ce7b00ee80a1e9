import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
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
}

/** A conversation, its messages and the position at which both stood: written together. */
export interface ConversationRecord {
  position: number;
  conversation: HeldConversation;
  segments: Segments | undefined;
}

export interface CacheSchema extends DBSchema {
  head: { key: 'head'; value: HeadRecord };
  conversations: { key: string; value: ConversationRecord };
  people: { key: string; value: Person };
  outbox: { key: string; value: Send };
  drafts: { key: string; value: Draft };
  lease: { key: string; value: Lease };
  jump: { key: 'jump'; value: JumpMemory };
}

export type Cache = IDBPDatabase<CacheSchema>;

const version = 3;
const stores = ['head', 'conversations', 'people', 'outbox', 'drafts', 'lease', 'jump'] as const;

export function cacheName(user: UserId, team: TeamId): string {
  return `parley:${user}:${team}`;
}

export function openCache(user: UserId, team: TeamId): Promise<Cache> {
  return openDB<CacheSchema>(cacheName(user, team), version, {
    upgrade(cache, oldVersion, _newVersion, change) {
      if (oldVersion > 0) void change.objectStore('head').clear();
      for (const store of stores) {
        if (!cache.objectStoreNames.contains(store)) cache.createObjectStore(store);
      }
    },
    blocking(_current, _next, event) {
      (event.target as IDBDatabase).close();
    },
  });
}
