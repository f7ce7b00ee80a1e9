import { useCallback, useEffect, useRef, useState } from 'react';
import { useWorkspace } from '../../app/context';
import { refusalOf } from '../../app/workspace/refusals';
import type { FoundChannel, FoundChannelsAnswer } from '../../protocol/generated';

/** Arguments of `client.channels`. */
export interface ChannelsAsked {
  query?: string;
  kind?: 'mine' | 'other' | 'archived';
  sort?: 'members' | 'newest';
  exclude_archived?: boolean;
  limit: number;
}

interface Read {
  /** The question that it answers. */
  key: string;
  channels: readonly FoundChannel[];
  /** Where the next page begins; empty if there is none. */
  next: string;
}

export interface ChannelPages {
  /** Nothing until the server has answered. */
  channels: readonly FoundChannel[] | undefined;
  /** The answer to what was asked before, while there is no other. */
  before: readonly FoundChannel[] | undefined;
  isWhole: boolean;
  isLoading: boolean;
  /** Why the last page that was asked for did not come. */
  refusal: string | undefined;
  /** Asks for the next page, unless it is on its way; the same again if that did not come. */
  more: () => void;
}

/** Public channels in the order of the server, page after page, the first one at once. */
export function useChannelPages(asked: ChannelsAsked | undefined): ChannelPages {
  const { call } = useWorkspace().parts;
  const key = asked === undefined ? '' : JSON.stringify(asked);
  const [read, setRead] = useState<Read>();
  const [refusal, setRefusal] = useState<string>();
  const [isLoading, setLoading] = useState(false);
  /** The question whose page is on its way. */
  const flight = useRef<object>(undefined);
  const found = read?.key === key ? read : undefined;
  /** What has come, also before it is drawn: no page is asked for twice. */
  const come = useRef<Read>(undefined);

  const load = useCallback(async () => {
    const before = come.current?.key === key ? come.current : undefined;
    if (before?.next === '') return;
    const mine = {};
    flight.current = mine;
    setLoading(true);
    const args = JSON.parse(key) as object;
    const outcome = await call<FoundChannelsAnswer>(
      'client.channels',
      before === undefined ? { ...args } : { ...args, cursor: before.next },
    );
    if (flight.current !== mine) return;
    flight.current = undefined;
    setLoading(false);
    setRefusal(refusalOf(outcome));
    if (outcome.kind !== 'ok') return;
    const { channels, next_cursor: next } = outcome.answer;
    const known = before?.channels ?? [];
    const ids = new Set(known.map(({ id }) => id));
    // One that has been renamed in between may come again.
    const others = channels.filter(({ id }) => !ids.has(id));
    come.current = { key, channels: [...known, ...others], next };
    setRead(come.current);
  }, [call, key]);
  useEffect(() => {
    setRefusal(undefined);
    come.current = undefined;
    if (key !== '') void load();
    return () => {
      flight.current = undefined;
      setLoading(false);
    };
  }, [load, key]);

  return {
    channels: found?.channels,
    before: read?.channels,
    isWhole: found?.next === '',
    isLoading,
    refusal,
    more: useCallback(() => {
      if (key !== '' && flight.current === undefined) void load();
    }, [key, load]),
  };
}
