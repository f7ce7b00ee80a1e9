import { useEffect, useState } from 'react';
import type { Channel } from '../../protocol/generated';
import { useWorkspace } from '../context';

/** What there is to know of a conversation that one is not in; nothing if one may not know it. */
export function useChannelInfo(channel: string | undefined): Channel | undefined {
  const { call } = useWorkspace().parts;
  const [info, setInfo] = useState<Channel>();
  useEffect(() => {
    if (channel === undefined) return;
    let current = true;
    const args = { channel, include_num_members: true };
    void call<{ channel: Channel }>('conversations.info', args).then((outcome) => {
      if (current && outcome.kind === 'ok') setInfo(outcome.answer.channel);
    });
    return () => {
      current = false;
    };
  }, [call, channel]);
  return info?.id === channel ? info : undefined;
}
