import type { LostDraft } from '../app/workspace/lostDrafts';
import type { Lease, LeaseRecord } from '../outbox/lock';
import type { OutboxDisk } from '../outbox/outbox';
import { noMemory, type JumpMemory } from '../models/jump/memory';
import type { Draft } from '../richtext/draft';
import type { Cache } from './schema';

export function outboxDisk(cache: Cache): OutboxDisk {
  return {
    save: async (send) => {
      await cache.put('outbox', send, send.id);
    },
    erase: (id) => cache.delete('outbox', id),
    all: async () => {
      const sends = await cache.getAll('outbox');
      return sends.sort((one, two) => one.createdMs - two.createdMs);
    },
  };
}

export interface DraftDisk {
  all: () => Promise<Record<string, Draft>>;
  save: (channel: string, draft: Draft | undefined) => Promise<void>;
}

export function draftDisk(cache: Cache): DraftDisk {
  return {
    all: async () => {
      const [keys, drafts] = await Promise.all([
        cache.getAllKeys('drafts'),
        cache.getAll('drafts'),
      ]);
      return Object.fromEntries(
        keys.flatMap((key, at) => {
          const draft = drafts[at];
          return draft === undefined ? [] : [[key, draft] as const];
        }),
      );
    },
    save: async (channel, draft) => {
      if (draft === undefined) await cache.delete('drafts', channel);
      else await cache.put('drafts', draft, channel);
    },
  };
}

export interface LostDisk {
  all: () => Promise<LostDraft[]>;
  save: (lost: LostDraft) => Promise<void>;
  erase: (id: string) => Promise<void>;
}

export function lostDisk(cache: Cache): LostDisk {
  return {
    all: () => cache.getAll('lost'),
    save: async (lost) => {
      await cache.put('lost', lost, lost.id);
    },
    erase: (id) => cache.delete('lost', id),
  };
}

export interface JumpDisk {
  read: () => Promise<JumpMemory>;
  write: (memory: JumpMemory) => Promise<void>;
}

export function jumpDisk(cache: Cache): JumpDisk {
  return {
    read: async () => (await cache.get('jump', 'jump')) ?? noMemory,
    write: async (memory) => {
      await cache.put('jump', memory, 'jump');
    },
  };
}

export function leaseRecord(cache: Cache, name: string): LeaseRecord {
  return {
    swap: async (change: (lease: Lease | undefined) => Lease | undefined) => {
      const swap = cache.transaction('lease', 'readwrite');
      const next = change(await swap.store.get(name));
      if (next === undefined) await swap.store.delete(name);
      else await swap.store.put(next, name);
      await swap.done;
      return next;
    },
  };
}
