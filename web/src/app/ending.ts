import type { TeamId } from '../protocol/generated';

const key = 'parley.ending';
/** What could not be kept lasts as long as the page. */
let unkept: readonly TeamId[] = [];

/** The workspaces that somebody has signed out of here, before the server has heard of it. */
export function readEnding(): TeamId[] {
  return [...new Set([...read(), ...unkept])];
}

export function noteEnding(team: TeamId): void {
  if (!write([...readEnding(), team])) unkept = [...unkept, team];
}

export function forgetEnding(team: TeamId): void {
  unkept = unkept.filter((each) => each !== team);
  write(read().filter((each) => each !== team));
}

function read(): TeamId[] {
  try {
    return (localStorage.getItem(key) ?? '').split(' ').filter((team) => team !== '');
  } catch {
    return [];
  }
}

function write(teams: readonly TeamId[]): boolean {
  try {
    if (teams.length === 0) localStorage.removeItem(key);
    else localStorage.setItem(key, teams.join(' '));
    return true;
  } catch {
    return false;
  }
}
