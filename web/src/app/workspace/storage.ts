import type { StoreApi } from 'zustand/vanilla';
import {
  draftDisk,
  jumpDisk,
  leaseRecord,
  outboxDisk,
  type DraftDisk,
  type JumpDisk,
} from '../../cache/disk';
import { loadCache } from '../../cache/loader';
import { openCache, type Cache } from '../../cache/schema';
import { clearCache, wipeCache } from '../../cache/wipe';
import { CacheWriter, withinBounds } from '../../cache/writer';
import { holdLock, type LeaseBus, type LeaseWord } from '../../outbox/lock';
import { noMemory } from '../../models/jump/memory';
import type { OutboxDisk } from '../../outbox/outbox';
import type { WorkspaceState } from '../../store/state';

/** What tabs of one workspace tell each other. */
export type Told = 'outbox' | 'drafts' | 'signed_out' | 'forgotten';

/** Disk, lock and the other tabs. Without IndexedDB everything lives in memory for this page. */
export interface Storage {
  found: WorkspaceState | undefined;
  outbox: OutboxDisk;
  drafts: DraftDisk;
  jump: JumpDisk;
  /** The conversation on screen is never dropped from memory. */
  open: string | undefined;
  onLock: (listener: (held: boolean) => void) => void;
  onTold: (listener: (what: Told) => void) => void;
  tell: (what: Told) => void;
  follow: (store: StoreApi<WorkspaceState>) => void;
  write: () => Promise<void>;
  /** Drops what can be read anew, until `write` writes again. */
  forget: () => Promise<void>;
  /** Another tab did so: what the disk holds is not what was written. */
  distrust: () => void;
  close: (wipe: boolean) => Promise<void>;
}

const writeMs = 500;

export async function openStorage(
  user: string,
  team: string,
  holder: string,
  now: () => number,
): Promise<Storage> {
  try {
    const cache = await openCache(user, team);
    const found = await loadCache(cache).catch(() => undefined);
    return new DiskStorage(cache, found, { user, team, holder, now });
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
  readonly jump: JumpDisk;
  open: string | undefined;
  private readonly writer: CacheWriter;
  private readonly bus: BroadcastChannel;
  private store: StoreApi<WorkspaceState> | undefined;
  private stopFollowing: () => void = () => undefined;
  private release: () => void = () => undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private writing: Promise<void> = Promise.resolve();
  private held = false;

  constructor(
    private readonly cache: Cache,
    readonly found: WorkspaceState | undefined,
    private readonly whose: Whose,
  ) {
    this.outbox = outboxDisk(cache);
    this.drafts = draftDisk(cache);
    this.jump = jumpDisk(cache);
    this.writer = new CacheWriter(cache);
    this.bus = new BroadcastChannel(`parley:${whose.user}:${whose.team}`);
  }

  onLock(listener: (held: boolean) => void): void {
    const { user, team, holder, now } = this.whose;
    const name = `parley:outbox:${user}:${team}`;
    const lease = leaseRecord(this.cache, name);
    // Missing where the page is not a secure context.
    const locks = (navigator as { locks?: LockManager }).locks;
    this.release = holdLock({ name, locks, lease, bus: () => busOf(name), holder, now }, (held) => {
      this.held = held;
      if (held) this.writer.distrust();
      listener(held);
      if (held) this.later();
    });
  }

  onTold(listener: (what: Told) => void): void {
    this.bus.onmessage = ({ data }: MessageEvent<Told>) => listener(data);
  }

  tell(what: Told): void {
    this.bus.postMessage(what);
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
    const bounded = withinBounds(state, this.open);
    this.writing = this.writing.then(() => this.writer.write(bounded)).catch(() => undefined);
    return this.writing;
  }

  async forget(): Promise<void> {
    clearTimeout(this.timer);
    this.stopFollowing();
    this.store = undefined;
    await this.writing;
    await clearCache(this.cache);
    this.tell('forgotten');
  }

  distrust(): void {
    this.writer.distrust();
  }

  async close(wipe: boolean): Promise<void> {
    clearTimeout(this.timer);
    this.stopFollowing();
    this.release();
    this.bus.close();
    await this.writing;
    this.cache.close();
    if (wipe) await wipeCache(this.whose.user, this.whose.team);
  }

  private later(): void {
    this.timer ??= setTimeout(() => void this.write(), writeMs);
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
  open: string | undefined;
  readonly outbox: OutboxDisk = {
    save: nothing,
    erase: nothing,
    all: () => Promise.reject(noDisk()),
  };
  readonly drafts: DraftDisk = { save: nothing, all: () => Promise.resolve({}) };
  readonly jump: JumpDisk = { read: () => Promise.resolve(noMemory), write: nothing };
  readonly write = nothing;
  readonly forget = nothing;
  readonly close = nothing;

  onLock(listener: (held: boolean) => void): void {
    listener(true);
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

  distrust(): void {
    // There is nothing to trust.
  }
}

function noDisk(): Error {
  return new Error('no disk');
}
