import type { Person } from '../protocol/generated';

/** Smaller may do more, as on the server. */
export const ranks = { owner: 2, admin: 3, ra: 4, guest: 5 } as const;

/** Whether somebody looks after the workspace. */
export function isAdmin(person: Person | undefined): boolean {
  return person !== undefined && ranks[person.rank ?? 'ra'] <= ranks.admin;
}
