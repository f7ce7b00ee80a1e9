import type { IDBPTransaction } from 'idb';
import type { ChannelId } from '../protocol/generated';
import type { Segments } from '../store/segments';
import type { WorkspaceState } from '../store/state';
import { beyond, diskBounds, type DiskBounds } from './bounds';
import { broughtUp, pagesNow } from './pages';
import { changedLists } from './people';
import { readStores, type Cache, type CacheSchema, type KeptPages } from './schema';
import { shelfOf, type Shelf, type Shelved } from './shelf';

const none: Shelf = new Map();

type Write = IDBPTransaction<CacheSchema, typeof readStores, 'readwrite'>;

/** What was last written, and the stamp that the disk then bore. */
interface Written {
  state: WorkspaceState;
  shelf: Shelf;
  stamp: string;
}

/** When each conversation was last on screen. */
export type Seen = ReadonlyMap<ChannelId, number>;

/**
 * Writes what changed since the last write, always whole streams with their position, in one
 * transaction: whatever is on disk can be resumed from exactly. Messages that are on disk alone are
 * brought up to the position by the events that came since. Only one tab may write; where another
 * one wrote since, everything is written again.
 */
export class CacheWriter {
  private count = 0;

  constructor(
    private readonly cache: Cache,
    /** Tells this page from others. */
    private readonly holder: string,
    /** What was just read from the disk. */
    private written?: Written,
    private readonly bounds: DiskBounds = diskBounds,
  ) {}

  /** The messages on disk, as this writer left them. */
  get shelf(): Shelf {
    return this.written?.shelf ?? none;
  }

  async write(state: WorkspaceState, seen: Seen): Promise<void> {
    const change = this.cache.transaction(readStores, 'readwrite');
    const work: Promise<unknown>[] = [];
    try {
      this.written = await this.change(change, work, state, seen);
    } catch (error) {
      void Promise.allSettled([...work, change.done]);
      abort(change);
      throw error;
    }
  }

  private async change(
    change: Write,
    work: Promise<unknown>[],
    state: WorkspaceState,
    seen: Seen,
  ): Promise<Written> {
    const head = await change.objectStore('head').get('head');
    const sameEpoch = head?.epoch === state.epoch;
    const before = sameEpoch && head.stamp === this.written?.stamp ? this.written : undefined;
    const old = before?.shelf ?? (sameEpoch ? await shelfOn(change) : none);
    if (before === undefined) {
      work.push(change.objectStore('conversations').clear(), change.objectStore('people').clear());
      if (!sameEpoch) work.push(change.objectStore('pages').clear());
    }
    const shelf = await writePages(change, work, { state, seen, old, before: before?.state });
    const pages = change.objectStore('pages');
    for (const id of beyond(shelf, this.bounds)) {
      shelf.delete(id);
      work.push(pages.delete(id));
    }
    for (const id of old.keys()) if (!shelf.has(id)) work.push(pages.delete(id));
    writeConversations(change, work, { state, shelf, before });
    const lists = changedLists(before?.state.people ?? {}, state.people);
    for (const [key, list] of lists) work.push(change.objectStore('people').put(list, key));
    this.count += 1;
    const stamp = `${this.holder}:${this.count}`;
    work.push(writeHead(change, state, stamp));
    await Promise.all([...work, change.done]);
    return { state, shelf, stamp };
  }
}

async function shelfOn(change: Write): Promise<Shelf> {
  return shelfOf(await change.objectStore('conversations').getAll());
}

interface Pages {
  state: WorkspaceState;
  seen: Seen;
  old: Shelf;
  before: WorkspaceState | undefined;
}

/** Writes messages; answers what the disk then has of them. */
async function writePages(
  change: Write,
  work: Promise<unknown>[],
  { state, seen, old, before }: Pages,
): Promise<Map<ChannelId, Shelved>> {
  const shelf = new Map<ChannelId, Shelved>();
  const store = change.objectStore('pages');
  for (const id of Object.keys(state.conversations)) {
    const position = state.positions[id];
    if (position === undefined) continue;
    const was = old.get(id);
    const seenMs = seen.get(id) ?? was?.seenMs ?? 0;
    const known = { state, before, id, position, was };
    const now = pagesNow(known);
    const pages = now === 'behind' ? broughtUp(known, await store.get(id)) : now;
    if (pages === 'none') continue;
    if (pages !== 'same') {
      work.push(store.put(pages, id));
      shelf.set(id, { position, seenMs, ...measured(pages) });
    } else if (was !== undefined) {
      const isSame = was.position === position && was.seenMs === seenMs;
      shelf.set(id, isSame ? was : { ...was, position, seenMs });
    }
  }
  return shelf;
}

interface Conversations {
  state: WorkspaceState;
  shelf: Shelf;
  before: Written | undefined;
}

function writeConversations(
  change: Write,
  work: Promise<unknown>[],
  { state, shelf, before }: Conversations,
): void {
  const store = change.objectStore('conversations');
  for (const [id, conversation] of Object.entries(state.conversations)) {
    const position = state.positions[id];
    const shelved = shelf.get(id);
    const isSame =
      before?.state.conversations[id] === conversation &&
      before.state.positions[id] === position &&
      before.shelf.get(id) === shelved;
    if (position === undefined || isSame) continue;
    work.push(store.put({ position, conversation, pages: keptOf(shelved) }, id));
  }
  for (const id of Object.keys(before?.state.conversations ?? {})) {
    if (state.conversations[id] === undefined) work.push(store.delete(id));
  }
}

function writeHead(change: Write, state: WorkspaceState, stamp: string): Promise<unknown> {
  const { self, team, epoch, build, positions, allPeople } = state;
  const heads = { [self]: positions[self] ?? 0, [team.id]: positions[team.id] ?? 0 };
  const head = { self, team, epoch, build, positions: heads, allPeople, stamp };
  return change.objectStore('head').put(head, 'head');
}

function measured(pages: Segments): Pick<KeptPages, 'count' | 'size'> {
  const count = pages.reduce((sum, { messages }) => sum + messages.length, 0);
  return { count, size: JSON.stringify(pages).length };
}

function keptOf(shelved: Shelved | undefined): KeptPages | undefined {
  if (shelved === undefined) return undefined;
  const { count, size, seenMs } = shelved;
  return { count, size, seenMs };
}

/** A transaction that broke by itself is over already. */
function abort(change: Write): void {
  try {
    change.abort();
  } catch {
    // Nothing of it was written.
  }
}
