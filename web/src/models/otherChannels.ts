import type { FoundChannel, FoundChannelsAnswer } from '../protocol/generated';
import { matchScore } from './ranking';

/** How many are known at once; those that were found first are forgotten first. */
export const mostKnown = 500;

/** The least score of a name that has the letters side by side: the server finds it for sure. */
const certain = 40;

/**
 * The public channels that one is not in, as far as they are known after an answer to a query. They
 * stay the same list if nothing is new.
 */
export function learned(
  known: readonly FoundChannel[],
  query: string,
  { channels, next_cursor }: FoundChannelsAnswer,
): readonly FoundChannel[] {
  const found = new Map(channels.map((channel) => [channel.id, channel]));
  const isWhole = next_cursor === '';
  const kept = known.flatMap((channel) => {
    const now = found.get(channel.id);
    found.delete(channel.id);
    if (now !== undefined) return now.is_member ? [] : [isSame(now, channel) ? channel : now];
    // It is archived, private or called otherwise since.
    return isWhole && matchScore(query, [channel.name]) >= certain ? [] : [channel];
  });
  const added = [...found.values()].filter(({ is_member }) => !is_member);
  const next = [...kept, ...added].slice(-mostKnown);
  const isOld = next.length === known.length && next.every((each, at) => each === known[at]);
  return isOld ? known : next;
}

function isSame(one: FoundChannel, two: FoundChannel): boolean {
  return one.name === two.name && one.is_archived === two.is_archived && one.topic === two.topic;
}
