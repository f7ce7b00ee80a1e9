import type { Conversation, Person } from '../protocol/generated';
import { ranks } from './rank';

/** Who may post at top level, or reply in threads, where not everybody may; undefined for somebody who may. */
export function postingBar(
  { properties }: Conversation,
  self: Person | undefined,
  inThread = false,
): 'owner' | 'admin' | 'ra' | undefined {
  const restricted = inThread
    ? properties?.threads_restricted_to
    : properties?.posting_restricted_to;
  const [type] = restricted?.type ?? [];
  if (restricted === undefined || type === undefined) return undefined;
  if (self === undefined || named(restricted.user, self)) return undefined;
  return ranks[self.rank ?? 'ra'] <= ranks[type] ? undefined : type;
}

function named(users: readonly string[], self: Person): boolean {
  return users.includes(self.id);
}
