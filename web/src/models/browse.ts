import type { Channel } from '../protocol/generated';
import { matchScore } from './ranking';
import { compareTitles } from './titles';

export const browseKinds = ['all', 'mine', 'other', 'archived'] as const;
export type BrowseKind = (typeof browseKinds)[number];

export const browseOrders = ['name', 'members', 'newest'] as const;
export type BrowseOrder = (typeof browseOrders)[number];

interface Browsed {
  channels: readonly Channel[];
  query: string;
  kind: BrowseKind;
  joined: (channel: string) => boolean;
  /** Of those that a query means. */
  bestFirst: boolean;
}

/** The channels that somebody wants to see: in the order in which they are given, or the best first. */
export function browsed({ channels, query, kind, joined, bestFirst }: Browsed): Channel[] {
  const wanted = channels.filter(({ id, is_archived: archived }) => {
    if (archived || kind === 'archived') return archived && kind === 'archived';
    return kind === 'all' || joined(id) === (kind === 'mine');
  });
  if (query.trim() === '') return wanted;
  const scored = wanted.flatMap((channel) => {
    const score = matchScore(query, [channel.name ?? '']);
    return score === 0 ? [] : [{ channel, score }];
  });
  if (bestFirst) scored.sort((one, two) => two.score - one.score);
  return scored.map(({ channel }) => channel);
}

/** In the order in which somebody wants them: to be done once, not with each letter. */
export function ordered(channels: readonly Channel[], order: BrowseOrder): Channel[] {
  return channels.toSorted((one, two) => {
    const byName = compareTitles(one.name ?? '', two.name ?? '');
    if (order === 'members') return (two.num_members ?? 0) - (one.num_members ?? 0) || byName;
    return order === 'newest' ? two.created - one.created || byName : byName;
  });
}
