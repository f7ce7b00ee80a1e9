import type { Call, Outcome } from '../../protocol/api';
import type { Inbox } from '../../store/inbox';
import type { WorkspaceState } from '../../store/state';

export interface ActionsParts {
  call: Call;
  inbox: Inbox;
  state: () => WorkspaceState;
  onRefused: (code: string) => void;
}

/** Nothing, or the code of the refusal; `unreachable` when the network is to blame. */
export type Refusal = string | undefined;

export function refusalOf(outcome: Outcome<unknown>): Refusal {
  switch (outcome.kind) {
    case 'ok':
      return undefined;
    case 'refused':
      return outcome.code;
    case 'throttled':
      return 'ratelimited';
    case 'unreachable':
      return 'unreachable';
  }
}
