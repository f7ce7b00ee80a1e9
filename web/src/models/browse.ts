import type { FoundChannel } from '../protocol/generated';
import { matchScore } from './ranking';

export const browseKinds = ['all', 'mine', 'other', 'archived'] as const;
export type BrowseKind = (typeof browseKinds)[number];

export const browseOrders = ['name', 'members', 'newest'] as const;
export type BrowseOrder = (typeof browseOrders)[number];

/** What the server is asked for what somebody wants to see. */
export function browseAsked(query: string, kind: BrowseKind, order: BrowseOrder) {
  return {
    ...(query === '' ? {} : { query }),
    ...(kind === 'all' ? {} : { kind }),
    // By name, but of a query the best first.
    ...(order === 'name' ? {} : { sort: order }),
    exclude_archived: kind !== 'archived',
  };
}

/** By what the page knows: somebody may have joined it since, or asked for another kind. */
export function isOfKind(
  { is_archived: archived }: FoundChannel,
  kind: BrowseKind,
  joined: boolean,
): boolean {
  if (archived || kind === 'archived') return archived && kind === 'archived';
  return kind === 'all' || joined === (kind === 'mine');
}

/** Of an answer to another question: what answers this one too, until the server has. */
export function stillMeant(channels: readonly FoundChannel[], query: string): FoundChannel[] {
  return channels.filter(({ name }) => query === '' || matchScore(query, [name]) > 0);
}
