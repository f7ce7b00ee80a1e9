import { useChannelPages, type ChannelPages } from '../browse/useChannelPages';

const limit = 200;

/** The public channels that a query means, the best first, page after page. */
export function useChannelsFound(query: string): ChannelPages {
  return useChannelPages(
    query.trim() === '' ? undefined : { query, limit, exclude_archived: true },
  );
}
