import type { ChannelId, Offset, Person, Positions } from '../protocol/generated';
import type { HeldConversation } from '../store/counts';
import type { Segments } from '../store/segments';
import { emptyState, type History, type WorkspaceState } from '../store/state';
import { readStores, type Cache } from './schema';
import { shelfOf, type Shelf } from './shelf';

/** What the disk held, and what it holds of messages. */
export interface Found {
  state: WorkspaceState;
  shelf: Shelf;
  stamp: string;
}

/**
 * The state as it stood when it was last written, or nothing when the disk is of no use. Of
 * messages only those of the first conversation are read. Of the others nothing is held but what
 * happens from now on, with which they are brought up to date when they are read.
 */
export async function loadCache(
  cache: Cache,
  first: ChannelId | undefined,
): Promise<Found | undefined> {
  const read = cache.transaction(readStores, 'readonly');
  const [head, records, lists, messages] = await Promise.all([
    read.objectStore('head').get('head'),
    read.objectStore('conversations').getAll(),
    read.objectStore('people').getAll(),
    first === undefined ? undefined : read.objectStore('pages').get(first),
  ]);
  if (head === undefined) return undefined;
  const conversations: Record<string, HeldConversation> = {};
  const histories: Record<string, History> = {};
  const positions: Positions = { ...head.positions };
  for (const { conversation, position, pages } of records) {
    const { id } = conversation;
    conversations[id] = conversation;
    positions[id] = position;
    if (pages === undefined) continue;
    const segments = id === first ? (messages ?? []) : [];
    histories[id] = { segments, recent: [], recentFrom: position, stale: false };
  }
  const people: Record<string, Person> = {};
  for (const list of lists) for (const person of list) people[person.id] = person;
  const { team, self, epoch, build, allPeople, stamp } = head;
  const known = { epoch, build, allPeople, positions, conversations, people, histories };
  return { state: { ...emptyState(team, self), ...known }, shelf: shelfOf(records), stamp };
}

export interface KeptMessages {
  segments: Segments;
  position: Offset;
}

/** The messages of a conversation and the position at which they stood, if it is of this epoch. */
export async function readMessages(
  cache: Cache,
  channel: ChannelId,
  epoch: number,
): Promise<KeptMessages | undefined> {
  const read = cache.transaction(['head', 'conversations', 'pages'], 'readonly');
  const [head, record, segments] = await Promise.all([
    read.objectStore('head').get('head'),
    read.objectStore('conversations').get(channel),
    read.objectStore('pages').get(channel),
  ]);
  if (head?.epoch !== epoch || record === undefined || segments === undefined) return undefined;
  return { segments, position: record.position };
}
