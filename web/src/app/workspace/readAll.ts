import type { ChannelId, Ts } from '../../protocol/generated';
import type { WorkspaceState } from '../../store/state';
import { shownUnread } from '../../store/unread';
import type { Reader } from './reader';

/** Where the read markers stood that were moved to the end. */
export type Moved = readonly { channel: ChannelId; ts: Ts }[];

/** Marks conversations read, all if none are named; gives what `reader.back` needs to undo it. */
export function readAll(
  state: WorkspaceState,
  reader: Reader,
  channels: readonly ChannelId[] = Object.keys(state.conversations),
): Moved {
  return channels.flatMap((channel) => {
    const held = state.conversations[channel];
    if (held?.last_ts === undefined) return [];
    const { messages, mentions } = shownUnread(held, state.ops);
    if (messages === 0 && mentions === 0) return [];
    // Said aloud, this ends a "mark unread" too.
    reader.left(channel);
    reader.seen(channel, held.last_ts, held.message_number);
    return [{ channel, ts: held.read_ts }];
  });
}
