import type { Conversation } from '../protocol/generated';
import { compareTs } from './ts';
import type { Op } from './state';

export interface Unread {
  messages: number;
  mentions: number;
}

export function unreadOf(conversation: Conversation): number {
  const { message_number, read_number, deleted_after } = conversation;
  return Math.max(0, message_number - read_number - deleted_after);
}

/** In a muted conversation only what names oneself counts. */
function mentionsOf({ muted, mention_count, everybody_count }: Conversation): number {
  return muted === true ? Math.max(0, mention_count - everybody_count) : mention_count;
}

/** The counts to show: with what this page has read but the server has not confirmed. */
export function shownUnread(conversation: Conversation, ops: readonly Op[]): Unread {
  let number = conversation.read_number;
  for (const op of ops) {
    if (op.kind !== 'read' || op.channel !== conversation.id) continue;
    if (op.version < conversation.read_version) continue;
    if (compareTs(op.ts, conversation.read_ts) > 0) number = Math.max(number, op.number);
  }
  if (number === conversation.read_number) {
    return { messages: unreadOf(conversation), mentions: mentionsOf(conversation) };
  }
  const all = number >= conversation.message_number;
  const read: Conversation = {
    ...conversation,
    read_number: number,
    deleted_after: all ? 0 : conversation.deleted_after,
  };
  return { messages: unreadOf(read), mentions: all ? 0 : mentionsOf(conversation) };
}
