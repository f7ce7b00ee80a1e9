import { wipeCache } from '../cache/wipe';
import type { TeamId, UserId } from '../protocol/generated';

/** Whose unsent words are on this disk, of which workspace, and since when nobody is signed in for them. */
interface Kept {
  user: UserId;
  team: TeamId;
  atMs: number;
}

const key = 'parley.kept';
export const keptMs = 30 * 86_400_000;

/** False if that cannot be remembered: nothing is to stay then that nobody would clear away. */
export function noteKept(user: UserId, team: TeamId, atMs: number): boolean {
  const others = read().filter((each) => each.user !== user || each.team !== team);
  return write([...others, { user, team, atMs }]);
}

/** Clears away what nobody came back for, and what others left in the workspace that somebody enters. */
export async function tidyKept(
  nowMs: number,
  entered?: Pick<Kept, 'user' | 'team'>,
): Promise<void> {
  const all = read();
  if (all.length === 0) return;
  const back = all.filter(({ user, team }) => user === entered?.user && team === entered.team);
  const gone = all.filter(
    (each) => !back.includes(each) && (each.team === entered?.team || each.atMs + keptMs <= nowMs),
  );
  await Promise.all(gone.map(({ user, team }) => wipeCache(user, team)));
  const settled = new Set([...back, ...gone].map(lineOf));
  // More may have been noted meanwhile, and by a clock that was ahead.
  const left = read().filter((each) => !settled.has(lineOf(each)));
  write(left.map((each) => ({ ...each, atMs: Math.min(each.atMs, nowMs) })));
}

function lineOf({ user, team, atMs }: Kept): string {
  return `${user}:${team}:${atMs}`;
}

function read(): Kept[] {
  try {
    const lines = (localStorage.getItem(key) ?? '').split(' ').filter((line) => line !== '');
    return lines.map((line) => {
      const [user = '', team = '', atMs = ''] = line.split(':');
      return { user, team, atMs: Number(atMs) };
    });
  } catch {
    return [];
  }
}

function write(all: readonly Kept[]): boolean {
  try {
    const lines = all.map(lineOf);
    if (lines.length === 0) localStorage.removeItem(key);
    else localStorage.setItem(key, lines.join(' '));
    return true;
  } catch {
    return false;
  }
}
