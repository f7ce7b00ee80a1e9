import type { ChannelId } from '../protocol/generated';
import { without, type WorkspaceState } from './state';

/** Somebody is typing until an instant of the page's clock. */
export function withTyping(
  state: WorkspaceState,
  channel: ChannelId,
  user: string,
  until: number,
): WorkspaceState {
  if (user === state.self) return state;
  const typing = { ...state.typing, [channel]: { ...state.typing[channel], [user]: until } };
  return { ...state, typing };
}

/** What somebody was typing has come. */
export function stopTyping(
  state: WorkspaceState,
  channel: ChannelId,
  user: string,
): WorkspaceState {
  const typing = state.typing[channel];
  if (typing === undefined || !(user in typing)) return state;
  return { ...state, typing: { ...state.typing, [channel]: without(typing, user) } };
}
