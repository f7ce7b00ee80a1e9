import type { PresenceFrame } from '../protocol/generated';
import type { WorkspaceState } from './state';

/** Who is there, of those whom the page watches. */
export function withPresence(state: WorkspaceState, frame: PresenceFrame): WorkspaceState {
  const active = frame.active.map((user) => [user, true] as const);
  const away = frame.away.map((user) => [user, false] as const);
  return { ...state, active: { ...state.active, ...Object.fromEntries([...active, ...away]) } };
}
