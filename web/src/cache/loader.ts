import type { Person, Positions } from '../protocol/generated';
import type { HeldConversation } from '../store/counts';
import { emptyState, type History, type WorkspaceState } from '../store/state';
import type { Cache } from './schema';

/** The state as it stood when it was last written, or nothing when the disk is of no use. */
export async function loadCache(cache: Cache): Promise<WorkspaceState | undefined> {
  const read = cache.transaction(['head', 'conversations', 'people'], 'readonly');
  const [head, records, list] = await Promise.all([
    read.objectStore('head').get('head'),
    read.objectStore('conversations').getAll(),
    read.objectStore('people').getAll(),
  ]);
  if (head === undefined) return undefined;
  const conversations: Record<string, HeldConversation> = {};
  const histories: Record<string, History> = {};
  const positions: Positions = { ...head.positions };
  for (const { conversation, position, segments } of records) {
    conversations[conversation.id] = conversation;
    positions[conversation.id] = position;
    if (segments === undefined) continue;
    const recent = { recent: [], recentFrom: position, stale: false };
    histories[conversation.id] = { ...recent, segments };
  }
  const people: Record<string, Person> = {};
  for (const person of list) people[person.id] = person;
  return {
    ...emptyState(head.team, head.self),
    epoch: head.epoch,
    build: head.build,
    allPeople: head.allPeople,
    positions,
    conversations,
    people,
    histories,
  };
}
