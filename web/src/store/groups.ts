import type { Usergroup } from '../protocol/generated';
import { readAnew } from './readAnew';
import type { WorkspaceState } from './state';

/** The groups of people of the workspace by their id; those out of use too. */
export type GroupBook = Readonly<Record<string, Usergroup>>;

/** After an event: it carries the group as it is. */
export function withGroup(state: WorkspaceState, group: Usergroup): WorkspaceState {
  return { ...state, groups: { ...state.groups, [group.id]: group } };
}

export function withGroupList(
  state: WorkspaceState,
  list: readonly Usergroup[],
  asked: GroupBook,
): WorkspaceState {
  return { ...state, groups: readAnew(list, state.groups, asked) };
}
