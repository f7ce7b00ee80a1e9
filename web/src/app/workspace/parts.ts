import type { Call } from '../../protocol/api';
import type { StopReason } from '../../protocol/closeCodes';
import type { Team } from '../../protocol/generated';
import type { Turn } from '../../store/inbox';

/** What a workspace needs of the world; tests pass their own. */
export interface WorkspaceParts {
  team: Team;
  user: string;
  /** The conversation that is likely to be shown first. */
  first?: string | undefined;
  call: Call;
  openSocket: (url: string) => WebSocket;
  now: () => number;
  random: () => number;
  newId: () => string;
  schedule: (work: () => boolean, turn: Turn) => void;
  onEnded: (reason: StopReason) => void;
}
