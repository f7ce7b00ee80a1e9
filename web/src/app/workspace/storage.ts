import type { StoreApi } from 'zustand/vanilla';
import {
  draftDisk,
  jumpDisk,
  leaseRecord,
  lostDisk,
  outboxDisk,
  type DraftDisk,
  type JumpDisk,
  type LostDisk,
} from '../../cache/disk';
import { loadCache, readMessages, type Found, type KeptMessages } from '../../cache/loader';
import { openCacheInTime, type Cache } from '../../cache/schema';
import { clearCache, emptyCache, keepUnsaid, wipeCache, type IsTold } from '../../cache/wipe';
import type { Shelf } from '../../cache/shelf';
import type { CacheWriter } from '../../cache/writer';
import { holdLock, type LeaseBus, type LeaseWord } from '../../outbox/lock';
import { noMemory } from '../../models/jump/memory';
import type { OutboxDisk } from '../../outbox/outbox';
import type { WorkspaceState } from '../../store/state';
import { pace } from '../pace';
import type { WorkspaceParts } from './parts';

/** What tabs of one workspace tell each other. */
export type Told = 'outbox' | 'drafts' | 'signed_out';

/** What stays on disk: all, what was written and the server does not have, or nothing. */
export type Kept = 'all' | 'unsaid' | 'nothing';

/** Disk, lock and the other tabs. Without IndexedDB everything lives in memory for this page. */
export interface Storage {
  found: WorkspaceState | undefined;
  outbox: OutboxDisk;
  drafts: DraftDisk;
  lost: LostDisk;
  jump: JumpDisk;
  /** When each conversation was last on screen. */
  readonly seen: ReadonlyMap<string, number>;
  /** A conversation comes on screen, or leaves it. */
  see: (channel: string) => void;
  /** The messages that the disk has and that this page wrote last. */
  readonly shelf: Shelf;
  /** What the disk has of a conversation's messages. */
  read: (channel: string) => Promise<KeptMessages | undefined>;
  onLock: (listener: (held: boolean) => void) => void;
  onTold: (listener: (what: Told) => void) => void;
  tell: (what: Told) => void;
  follow: (store: StoreApi<WorkspaceState>) => void;
  write: () => Promise<void>;
  /** Drops what can be read anew, until `write` writes again. */
  forget: () => Promise<void>;
  /** @param isTold whether the server has what the disk has of a place; false if nothing stays */
  close: (kept: Kept, isTold: IsTold) => Promise<boolean>;
}

const writeMs = 500;
/** While somebody writes: what is not on disk yet comes from the server again. */
const seldomMs = 2500;

type Given = Pick<WorkspaceParts, 'user' | 'team' | 'first' | 'now' | 'newId'>;

/** Reads what the disk has; of messages only those of the first conversation to be shown. */
export async function openStorage({ user, team, first, now, newId }: Given): Promise<Storage> {
  try {
    const cache = await openCacheInTime(user, team.id);
    const found = await loadCache(cache, first).catch(() => undefined);
    return new DiskStorage(cache, found, { user, team: team.id, holder: newId(), now });
  } catch {
    return new MemoryStorage();
  }
}

interface Whose {
  user: string;
  team: string;
  holder: string;
  now: () => number;
}

class DiskStorage implements Storage {
  readonly outbox: OutboxDisk;
  readonly drafts: DraftDisk;
  readonly lost: LostDisk;
  readonly jump: JumpDisk;
  readonly found: WorkspaceState | undefined;
  readonly seen = new Map<string, number>();
  private writer: CacheWriter | undefined;
  private readonly bus: BroadcastChannel;
  private store: StoreApi<WorkspaceState> | undefined;
  private stopFollowing: () => void = () => undefined;
  private release: () => void = () => undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private writing: Promise<void> = Promise.resolve();
  private held = false;
  private closed = false;

  constructor(
    private readonly cache: Cache,
    private readonly loaded: Found | undefined,
    private readonly whose: Whose,
  ) {
    this.found = loaded?.state;
    this.outbox = outboxDisk(cache);
    this.drafts = draftDisk(cache);
    this.lost = lostDisk(cache);
    this.jump = jumpDisk(cache);
    for (const [channel, { seenMs }] of loaded?.shelf ?? []) this.seen.set(channel, seenMs);
    this.bus = new BroadcastChannel(`parley:${whose.user}:${whose.team}`);
  }

  get shelf(): Shelf {
    return (this.held ? this.writer?.shelf : undefined) ?? new Map();
  }

  see(channel: string): void {
    this.seen.set(channel, this.whose.now());
  }

  read(channel: string): Promise<KeptMessages | undefined> {
    const epoch = this.store?.getState().epoch ?? 0;
    return readMessages(this.cache, channel, epoch).catch(() => undefined);
  }

  onLock(listener: (held: boolean) => void): void {
    const { user, team, holder, now } = this.whose;
    const name = `parley:outbox:${user}:${team}`;
    const lease = leaseRecord(this.cache, name);
    // Missing where the page is not a secure context.
    const locks = (navigator as { locks?: LockManager }).locks;
    this.release = holdLock({ name, locks, lease, bus: () => busOf(name), holder, now }, (held) => {
      this.held = held;
      listener(held);
      if (held) this.later();
    });
  }

  onTold(listener: (what: Told) => void): void {
    this.bus.onmessage = ({ data }: MessageEvent<Told>) => listener(data);
  }

  tell(what: Told): void {
    // What was typed last may be written when the workspace is closed already.
    if (!this.closed) this.bus.postMessage(what);
  }

  follow(store: StoreApi<WorkspaceState>): void {
    this.store = store;
    this.stopFollowing = store.subscribe(() => this.later());
  }

  write(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    const state = this.store?.getState();
    if (!this.held || state === undefined || state.epoch === 0) return Promise.resolve();
    const write = async () => (await this.lateWriter()).write(state, this.seen);
    this.writing = this.writing.then(write).catch(() => undefined);
    return this.writing;
  }

  async forget(): Promise<void> {
    clearTimeout(this.timer);
    this.stopFollowing();
    this.store = undefined;
    await this.writing;
    await clearCache(this.cache);
  }

  async close(kept: Kept, isTold: IsTold): Promise<boolean> {
    clearTimeout(this.timer);
    this.stopFollowing();
    this.release();
    this.closed = true;
    this.bus.close();
    await this.writing;
    const stays = kept === 'all' || (kept === 'unsaid' && (await keepUnsaid(this.cache, isTold)));
    // A tab that is asleep holds up the deletion, but not this.
    const emptied = stays ? undefined : emptyCache(this.cache);
    this.cache.close();
    await emptied;
    if (!stays) await wipeCache(this.whose.user, this.whose.team);
    return stays;
  }

  private async lateWriter(): Promise<CacheWriter> {
    const { CacheWriter } = await import('../../cache/writer');
    this.writer ??= new CacheWriter(this.cache, this.whose.holder, this.loaded);
    return this.writer;
  }

  private later(): void {
    const waitMs = pace.writing ? seldomMs : writeMs;
    this.timer ??= setTimeout(() => void this.write(), waitMs);
  }
}

function busOf(name: string): LeaseBus {
  const bus = new BroadcastChannel(name);
  return {
    post: (word) => bus.postMessage(word),
    listen: (listener) => {
      bus.onmessage = ({ data }: MessageEvent<LeaseWord>) => listener(data);
    },
    close: () => bus.close(),
  };
}

const nothing = () => Promise.resolve();

class MemoryStorage implements Storage {
  readonly found = undefined;
  readonly seen = new Map<string, number>();
  readonly shelf: Shelf = new Map();
  readonly outbox: OutboxDisk = {
    save: nothing,
    erase: nothing,
    all: () => Promise.reject(noDisk()),
  };
  readonly drafts: DraftDisk = { save: nothing, all: () => Promise.resolve({}) };
  readonly lost: LostDisk = { save: nothing, erase: nothing, all: () => Promise.reject(noDisk()) };
  readonly jump: JumpDisk = { read: () => Promise.resolve(noMemory), write: nothing };
  readonly read = () => Promise.resolve(undefined);
  readonly write = nothing;
  readonly forget = nothing;
  readonly close = () => Promise.resolve(false);

  onLock(listener: (held: boolean) => void): void {
    listener(true);
  }

  see(channel: string): void {
    this.seen.set(channel, Date.now());
  }

  onTold(): void {
    // There is nothing to share with other tabs.
  }

  tell(): void {
    // There is nothing to share with other tabs.
  }

  follow(): void {
    // There is nothing to write to.
  }
}

function noDisk(): Error {
  return new Error('no disk');
}
