import { useCallback, useEffect, useState } from 'react';
import { useWorkspace } from '../../app/context';
import { refusalOf } from '../../app/workspace/refusals';
import type { Channel, ChannelsAnswer } from '../../protocol/generated';

/** The most that the server tells at once. */
const limit = 999;

export interface PublicChannels {
  /** Those that have come. */
  channels: readonly Channel[];
  isWhole: boolean;
  /** Why the next page did not come. */
  refusal: string | undefined;
  /** Asks for that page again. */
  again: () => void;
}

/** All public channels of the workspace, archived ones too, page after page. */
export function usePublicChannels(): PublicChannels {
  const { call } = useWorkspace().parts;
  const [read, setRead] = useState({
    channels: [] as readonly Channel[],
    cursor: '',
    isWhole: false,
  });
  const [refusal, setRefusal] = useState<string>();
  const [tries, setTries] = useState(0);
  const { channels, cursor, isWhole } = read;

  useEffect(() => {
    if (isWhole) return;
    let current = true;
    const readPage = async () => {
      const args = { limit, types: 'public_channel', ...(cursor === '' ? {} : { cursor }) };
      const outcome = await call<ChannelsAnswer>('conversations.list', args);
      if (!current) return;
      setRefusal(refusalOf(outcome));
      if (outcome.kind !== 'ok') return;
      const { channels: page, response_metadata } = outcome.answer;
      const next = response_metadata.next_cursor;
      setRead((before) => ({
        channels: [...before.channels, ...page],
        cursor: next,
        isWhole: next === '',
      }));
    };
    void readPage();
    return () => {
      current = false;
    };
  }, [call, cursor, isWhole, tries]);

  return {
    channels,
    isWhole,
    refusal,
    again: useCallback(() => setTries((before) => before + 1), []),
  };
}
