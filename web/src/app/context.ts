import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import type { WorkspaceState } from '../store/state';
import type { Status } from './workspace/status';
import type { Workspace } from './workspace/workspace';

export const WorkspaceContext = createContext<Workspace | undefined>(undefined);

export function useWorkspace(): Workspace {
  const workspace = useContext(WorkspaceContext);
  if (workspace === undefined) throw new Error('no workspace is open (expected: inside the shell)');
  return workspace;
}

/** A part of the workspace's state; the part must keep its identity while it does not change. */
export function useWorkspaceState<T>(select: (state: WorkspaceState) => T): T {
  return useStore(useWorkspace().store, select);
}

export function useStatus<T>(select: (status: Status) => T): T {
  return useStore(useWorkspace().status, select);
}

/** Whether there is a connection that works, as far as the page and its browser know. */
export function useConnected(): boolean {
  return useStatus(({ online, link }) => online && link.phase === 'live');
}
