import type { ChannelId, EphemeralFrame } from '../protocol/generated';
import type { Segment, StoredMessage } from './segments';
import type { WorkspaceState } from './state';
import { isInThreadOnly } from './threads';
import { compareTs } from './ts';

/** A message that only this person sees, and only while the page is open. */
export interface EphemeralMessage extends StoredMessage {
  onlyForMe: true;
}

export type Ephemerals = Readonly<Record<ChannelId, readonly EphemeralMessage[]>>;

const most = 20;

export function isEphemeral(message: object): message is EphemeralMessage {
  return 'onlyForMe' in message;
}

/** Keeps the newest of a conversation that the page knows. */
export function withEphemeral(state: WorkspaceState, frame: EphemeralFrame): WorkspaceState {
  const { channel, message } = frame;
  if (state.conversations[channel] === undefined) return state;
  const added: EphemeralMessage = { ...message, at: 0, onlyForMe: true };
  const kept = [...(state.ephemerals[channel] ?? []), added].slice(-most);
  return { ...state, ephemerals: { ...state.ephemerals, [channel]: kept } };
}

/** A run of messages with those among them that only this person sees. */
export function withOwnOnly(
  segment: Segment,
  ephemerals: readonly EphemeralMessage[],
): readonly StoredMessage[] {
  const { messages, live, hasOlder } = segment;
  const first = messages[0]?.ts;
  const last = messages.at(-1)?.ts;
  const among = ephemerals.filter((each) => {
    if (isInThreadOnly(each)) return false;
    const isAfter = !hasOlder || (first !== undefined && compareTs(first, each.ts) < 0);
    return isAfter && (live || (last !== undefined && compareTs(each.ts, last) < 0));
  });
  if (among.length === 0) return messages;
  return [...messages, ...among].sort((one, two) => compareTs(one.ts, two.ts));
}
