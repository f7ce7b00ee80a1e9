import { useCallback, useEffect, useRef, useState } from 'react';
import { useWorkspace } from '../../app/context';
import { refusalOf } from '../../app/workspace/refusals';
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
  /** Why the last page that was asked for did not come. */
  refusal: string | undefined;
  /** Asks for the next page; the same again if that did not come. */
  more: () => void;
}

/** The public channels that a query means, the best first, page after page. */
export function useChannelsFound(query: string): ChannelsFound {
  const { call } = useWorkspace().parts;
  const [answered, setAnswered] = useState<Found>();
  const [refusal, setRefusal] = useState<string>();
  const isStillAsked = useRef<() => boolean>(() => false);
  const begins = useRef(false);
  const found = answered?.query === query ? answered : undefined;

  const load = useCallback(
    async (before: Found | undefined, isCurrent: () => boolean) => {
      if (before === undefined) begins.current = true;
      const args = { query, limit, exclude_archived: true };
      const outcome = await call<FoundChannelsAnswer>(
        'client.channels',
        before === undefined ? args : { ...args, cursor: before.next },
      );
      if (!isCurrent()) return;
      begins.current = false;
      setRefusal(refusalOf(outcome));
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
    setRefusal(undefined);
    if (query.trim() !== '') void load(undefined, isCurrent);
    return () => {
      current = false;
    };
  }, [load, query]);

  return {
    channels: found?.channels,
    isWhole: found === undefined || found.next === '',
    refusal,
    more: () => {
      if (found?.next === '' || begins.current) return;
      void load(found, isStillAsked.current);
    },
  };
}
