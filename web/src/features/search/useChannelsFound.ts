import { useCallback, useEffect, useRef, useState } from 'react';
import { useWorkspace } from '../../app/context';
import type { FoundChannel, FoundChannelsAnswer } from '../../protocol/generated';

const limit = 200;

interface Found {
  query: string;
  channels: readonly FoundChannel[];
  /** Where the next page begins; empty if there is none. */
  next: string;
}

export interface ChannelsFound {
  /** Nothing until the server has answered. */
  channels: readonly FoundChannel[] | undefined;
  isWhole: boolean;
  failed: boolean;
  more: () => void;
}

/** The public channels that a query means, the best first, page after page. */
export function useChannelsFound(query: string): ChannelsFound {
  const { call } = useWorkspace().parts;
  const [answered, setAnswered] = useState<Found>();
  const [failed, setFailed] = useState(false);
  const isStillAsked = useRef<() => boolean>(() => false);
  const found = answered?.query === query ? answered : undefined;

  const load = useCallback(
    async (before: Found | undefined, isCurrent: () => boolean) => {
      const args = { query, limit, exclude_archived: true };
      const outcome = await call<FoundChannelsAnswer>(
        'client.channels',
        before === undefined ? args : { ...args, cursor: before.next },
      );
      if (!isCurrent()) return;
      setFailed(outcome.kind !== 'ok');
      if (outcome.kind !== 'ok') return;
      const { channels, next_cursor: next } = outcome.answer;
      setAnswered((now) => {
        // Of two clicks one page comes.
        if (before !== undefined && now !== before) return now;
        const known = before?.channels ?? [];
        const ids = new Set(known.map(({ id }) => id));
        // Pages are counted: what came in between has moved some of the last one to this one.
        return { query, channels: [...known, ...channels.filter(({ id }) => !ids.has(id))], next };
      });
    },
    [call, query],
  );
  useEffect(() => {
    let current = true;
    const isCurrent = () => current;
    isStillAsked.current = isCurrent;
    setFailed(false);
    if (query.trim() !== '') void load(undefined, isCurrent);
    return () => {
      current = false;
    };
  }, [load, query]);

  return {
    channels: found?.channels,
    isWhole: found === undefined || found.next === '',
    failed,
    more: () => {
      if (found !== undefined && found.next !== '') void load(found, isStillAsked.current);
    },
  };
}
