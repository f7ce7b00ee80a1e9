import { useEffect } from 'react';
import { useWorkspace, useWorkspaceState } from '../../app/context';
import type { UserId } from '../../protocol/generated';

/** Whether somebody is there, asked for while they are on screen; undefined until it is told. */
export function usePresent(user: UserId): boolean | undefined {
  const { presence } = useWorkspace();
  useEffect(() => presence.want(user), [presence, user]);
  return useWorkspaceState((state) => state.active[user]);
}
