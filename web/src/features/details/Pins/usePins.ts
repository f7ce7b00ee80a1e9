import { useCallback, useEffect, useState } from 'react';
import { useWorkspace, useWorkspaceState } from '../../../app/context';
import { refusalOf } from '../../../app/workspace/refusals';
import type { ChannelId, Message, UserId } from '../../../protocol/generated';
import type { WorkspaceState } from '../../../store/state';

export interface Pinned {
  created: number;
  created_by: UserId;
  message: Message;
}

export interface PinsHeld {
  /** Nothing until the server has answered. */
  pins: readonly Pinned[] | undefined;
  refusal: string | undefined;
  again: () => void;
}

/** What is pinned to a conversation; anew when that changes. */
export function usePins(channel: ChannelId): PinsHeld {
  const { call } = useWorkspace().parts;
  const changed = useWorkspaceState((state) => lastPinning(state, channel));
  const [pins, setPins] = useState<readonly Pinned[]>();
  const [refusal, setRefusal] = useState<string>();
  const [tries, setTries] = useState(0);
  useEffect(() => {
    let current = true;
    void call<{ items: Pinned[] }>('pins.list', { channel }).then((outcome) => {
      if (!current) return;
      if (outcome.kind === 'ok') setPins(outcome.answer.items);
      setRefusal(refusalOf(outcome));
    });
    return () => {
      current = false;
    };
  }, [call, channel, changed, tries]);
  return { pins, refusal, again: useCallback(() => setTries((before) => before + 1), []) };
}

/** The offset of the last event that pinned something, took it down or changed a pinned message. */
function lastPinning({ histories }: WorkspaceState, channel: ChannelId): number | undefined {
  return histories[channel]?.recent.findLast(({ event: { type } }) => bears.has(type))?.offset;
}

const bears = new Set(['pin_added', 'pin_removed', 'message_changed', 'message_deleted']);
