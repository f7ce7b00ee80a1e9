import type { Team } from '../protocol/generated';

/** Where this browser was last: enough to start from disk before any answer of the network. */
export interface Last {
  team: Team;
  user: string;
  path: string;
}

const key = 'parley.last';

export function readLast(): Last | undefined {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(key) ?? 'null');
    return isLast(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

export function writeLast(last: Last | undefined): void {
  try {
    if (last === undefined) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(last));
  } catch {
    // The next visit starts from the first view.
  }
}

function isLast(value: unknown): value is Last {
  if (typeof value !== 'object' || value === null) return false;
  const { team, user, path } = value as Partial<Record<keyof Last, unknown>>;
  if (typeof user !== 'string' || typeof path !== 'string') return false;
  if (typeof team !== 'object' || team === null) return false;
  return ['id', 'name', 'domain'].every((field) => field in team);
}
