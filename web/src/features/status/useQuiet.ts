import { useWorkspaceState } from '../../app/context';
import { isQuiet } from '../../models/dnd';
import { useMinutely, useServerNow } from '../useMinute';

/** Whether somebody is not to be disturbed, as far as is known. */
export function useQuiet(user: string): boolean {
  const now = useServerNow();
  const status = useWorkspaceState((state) => state.dnd[user]);
  return useMinutely(() => isQuiet(status, now() / 1000));
}
