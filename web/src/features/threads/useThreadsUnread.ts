import { useWorkspaceState } from '../../app/context';
import { repliesWaiting } from '../../models/threads';

/** How many replies wait in the threads that one follows: the number beside "Threads". */
export function useThreadsUnread(): number {
  return useWorkspaceState(repliesWaiting);
}
