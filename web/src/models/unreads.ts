import type { Conversation } from '../protocol/generated';
import type { Op } from '../store/state';
import { shownUnread } from '../store/unread';
import { isPutAway } from './sidebar';

/**
 * Conversations with something new, the newest first; those of `order` stay where they stood and
 * others follow them. What is muted is there only if it names oneself.
 */
export function unreadsOf(
  conversations: Readonly<Record<string, Conversation>>,
  ops: readonly Op[],
  order: readonly string[] = [],
): string[] {
  const unread = Object.values(conversations).filter((each) => {
    if (each.is_archived || isPutAway(each)) return false;
    const { messages, mentions } = shownUnread(each, ops);
    return mentions > 0 || (messages > 0 && each.muted !== true);
  });
  const places = new Map(order.map((id, at) => [id, at]));
  const placeOf = ({ id }: Conversation) => places.get(id) ?? order.length;
  return unread
    .sort(
      (one, two) =>
        placeOf(one) - placeOf(two) || Number(two.last_ts ?? 0) - Number(one.last_ts ?? 0),
    )
    .map(({ id }) => id);
}
