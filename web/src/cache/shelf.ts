import type { ChannelId, Offset } from '../protocol/generated';
import type { ConversationRecord, KeptPages } from './schema';

/** The messages that the disk has of a conversation, as they stood at a position. */
export interface Shelved extends KeptPages {
  position: Offset;
}

export type Shelf = ReadonlyMap<ChannelId, Shelved>;

export function shelfOf(records: readonly ConversationRecord[]): Map<ChannelId, Shelved> {
  const shelf = new Map<ChannelId, Shelved>();
  for (const { conversation, position, pages } of records) {
    if (pages !== undefined) shelf.set(conversation.id, { position, ...pages });
  }
  return shelf;
}
