import type { Person } from '../protocol/generated';
import { nameOf } from './names';
import { ranks } from './rank';
import { matchScore } from './ranking';
import { compareTitles } from './titles';

export const roles = ['owner', 'admin', 'member', 'guest', 'bot', 'deleted'] as const;
export type Role = (typeof roles)[number];

/** What somebody is in the workspace, first of all whether they are in it. */
export function roleOf({ deleted, is_bot, rank }: Person): Role {
  if (deleted === true) return 'deleted';
  return is_bot === true ? 'bot' : (rank ?? 'member');
}

export interface PeopleWanted {
  people: readonly Person[];
  query: string;
  role: Role | 'all';
}

const least = 40;

/** Those who are wanted, by name; who is not there any more comes last. */
export function wantedPeople({ people, query, role }: PeopleWanted): Person[] {
  return people
    .filter((person) => {
      if (role !== 'all' && roleOf(person) !== role) return false;
      if (query.trim() === '') return true;
      return matchScore(query, [person.name, person.real_name, nameOf(person) ?? '']) >= least;
    })
    .sort((one, two) => {
      const gone = Number(one.deleted === true) - Number(two.deleted === true);
      return gone || compareTitles(nameOf(one) ?? '', nameOf(two) ?? '');
    });
}

/** The roles that somebody may give to another; none if that one is not below them. */
export function rolesToGive(self: Person | undefined, other: Person): readonly Role[] {
  const own = ranks[self?.rank ?? 'ra'];
  if (own > ranks.admin || self?.id === other.id || other.is_bot === true) return [];
  if (own === ranks.owner) return ['owner', 'admin', 'member', 'guest'];
  return ranks[other.rank ?? 'ra'] <= ranks.admin ? [] : ['admin', 'member', 'guest'];
}
