import type { Workspace } from './workspace';

/** Something that each open workspace has one of, made when it is first asked for. */
export function perWorkspace<T>(make: () => T): (workspace: Workspace) => T {
  const all = new WeakMap<Workspace, { value: T }>();
  return (workspace) => {
    const found = all.get(workspace) ?? { value: make() };
    all.set(workspace, found);
    return found.value;
  };
}
