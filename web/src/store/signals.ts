import type {
  ChannelId,
  Conversation,
  DraftChangedEvent,
  Message,
  StreamId,
  UserId,
} from '../protocol/generated';
import type { WorkspaceState } from './state';

/** Why a conversation is not there any more: nobody says so of one that is found to be gone. */
export type Departure = { kind: 'gone' } | { kind: 'left' } | { kind: 'removed'; actor: UserId };

/** What the state alone cannot do about a frame. */
export type Signal =
  | { type: 'gap'; stream: StreamId }
  | { type: 'resync'; stream: StreamId }
  /** The connection receives a stream that the page knows nothing of. */
  | { type: 'unknown'; stream: StreamId }
  | { type: 'left'; channel: ChannelId; conversation: Conversation; why: Departure }
  | { type: 'arrived'; channel: ChannelId; message: Message }
  /** It is in its thread alone. */
  | { type: 'replied'; channel: ChannelId; message: Message }
  | { type: 'draft'; draft: DraftChangedEvent }
  | { type: 'resumed' };

export interface Applied {
  state: WorkspaceState;
  signals: Signal[];
}
