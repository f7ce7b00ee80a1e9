import { newHistory, type WorkspaceState } from '../store/state';
import type { Cache, ConversationRecord } from './schema';

const keptMessages = 200;
const keptHistories = 60;

/**
 * Writes what changed since the last write, always whole streams with their position, in one
 * transaction: whatever is on disk can be resumed from exactly. Only one tab may write.
 */
export class CacheWriter {
  private written: WorkspaceState | undefined;

  constructor(private readonly cache: Cache) {}

  /** What the disk holds already, when it was just read. */
  assume(state: WorkspaceState): void {
    this.written = state;
  }

  /** Another tab may have written: everything is written again. */
  distrust(): void {
    this.written = undefined;
  }

  async write(state: WorkspaceState): Promise<void> {
    const before = this.written;
    if (before === state) return;
    const stores = ['head', 'conversations', 'people'] as const;
    const change = this.cache.transaction(stores, 'readwrite');
    const conversations = change.objectStore('conversations');
    const people = change.objectStore('people');
    const work: Promise<unknown>[] = [];
    if (before === undefined) work.push(conversations.clear(), people.clear());
    const { self, team, epoch, build, positions, allPeople } = state;
    const heads = { [self]: positions[self] ?? 0, [team.id]: positions[team.id] ?? 0 };
    const head = { self, team, epoch, build, positions: heads, allPeople };
    work.push(change.objectStore('head').put(head, 'head'));
    for (const id of Object.keys(state.conversations)) {
      if (before !== undefined && !changed(before, state, id)) continue;
      const record = recordOf(state, id);
      if (record !== undefined) work.push(conversations.put(record, id));
    }
    for (const id of Object.keys(before?.conversations ?? {})) {
      if (state.conversations[id] === undefined) work.push(conversations.delete(id));
    }
    for (const [id, person] of Object.entries(state.people)) {
      if (before?.people[id] !== person) work.push(people.put(person, id));
    }
    await Promise.all([...work, change.done]);
    this.written = state;
  }
}

/** Histories beyond the bound are forgotten, those longest without news first. */
export function withinBounds(state: WorkspaceState, open: string | undefined): WorkspaceState {
  const held = Object.keys(state.histories);
  if (held.length <= keptHistories) return state;
  const newest = held
    .filter((id) => id !== open)
    .sort((one, two) => lastOf(state, two) - lastOf(state, one))
    .slice(0, keptHistories - 1);
  const kept = new Set(open === undefined ? newest : [open, ...newest]);
  const histories = Object.fromEntries(
    Object.entries(state.histories).filter(([id]) => kept.has(id)),
  );
  return { ...state, histories };
}

function lastOf(state: WorkspaceState, id: string): number {
  return Number(state.conversations[id]?.last_ts ?? 0);
}

function changed(before: WorkspaceState, state: WorkspaceState, id: string): boolean {
  return (
    before.conversations[id] !== state.conversations[id] ||
    before.positions[id] !== state.positions[id] ||
    before.histories[id]?.segments !== state.histories[id]?.segments ||
    before.histories[id]?.stale !== state.histories[id]?.stale
  );
}

/** On disk stands only the newest run of messages, and only if it is whole. */
function recordOf(state: WorkspaceState, id: string): ConversationRecord | undefined {
  const conversation = state.conversations[id];
  const position = state.positions[id];
  if (conversation === undefined || position === undefined) return undefined;
  const history = state.histories[id] ?? newHistory(position);
  const newest = history.stale ? undefined : history.segments.findLast((each) => each.live);
  if (newest === undefined) return { position, conversation, segments: undefined };
  const messages = newest.messages.slice(-keptMessages);
  const hasOlder = newest.hasOlder || messages.length < newest.messages.length;
  return { position, conversation, segments: [{ messages, hasOlder, live: true }] };
}
