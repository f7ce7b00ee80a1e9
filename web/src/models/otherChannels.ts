import type { FoundChannel, FoundChannelsAnswer } from '../protocol/generated';
import { matchScore } from './ranking';

/** How many are known at once; those that were not found for the longest are forgotten first. */
export const mostKnown = 500;

/**
 * The least score of a name that has the letters side by side, or whose words begin with them one
 * after the other: the server finds it for sure.
 */
const certain = 40;

/**
 * The public channels that one is not in, as far as they are known after an answer to a query: what
 * it found comes last. They stay the same list if that is what they are already.
 */
export function learned(
  known: readonly FoundChannel[],
  query: string,
  { channels, next_cursor }: FoundChannelsAnswer,
): readonly FoundChannel[] {
  const found = new Set(channels.map(({ id }) => id));
  const before = new Map(known.map((channel) => [channel.id, channel]));
  const isWhole = next_cursor === '';
  const notFoundNow = known.filter(
    ({ id, name }) =>
      // It is archived, private or called otherwise since.
      !found.has(id) && !(isWhole && matchScore(query, [name]) >= certain),
  );
  const foundNow = channels.flatMap((channel) => {
    const old = before.get(channel.id);
    if (channel.is_member) return [];
    return [old !== undefined && isSame(old, channel) ? old : channel];
  });
  const next = [...notFoundNow, ...foundNow].slice(-mostKnown);
  const isOld = next.length === known.length && next.every((each, at) => each === known[at]);
  return isOld ? known : next;
}

function isSame(one: FoundChannel, two: FoundChannel): boolean {
  return one.name === two.name && one.is_archived === two.is_archived && one.topic === two.topic;
}
