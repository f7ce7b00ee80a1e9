import type { Conversation, Person } from '../protocol/generated';
import { ranks } from './rank';

/** Who may post at top level where not everybody may; undefined for somebody who may. */
export function postingBar(
  { properties }: Conversation,
  self: Person | undefined,
): 'owner' | 'admin' | 'ra' | undefined {
  const restricted = properties?.posting_restricted_to;
  const [type] = restricted?.type ?? [];
  if (restricted === undefined || type === undefined) return undefined;
  if (self === undefined || restricted.user.includes(self.id)) return undefined;
  return ranks[self.rank ?? 'ra'] <= ranks[type] ? undefined : type;
}
