import type { Person, User, UserId } from '../protocol/generated';

type People = Readonly<Record<UserId, Person>>;

interface Held {
  allPeople: boolean;
  people: People;
}

/** The hash of who has no face begins with g; all others' is their face. */
const hasFace = (hash: string) => !hash.startsWith('g');

/** The zone of who has said none. */
const saidNone = 'Etc/UTC';

/** What a list needs of a person. */
export function personOf({ id, name, real_name, profile, ...user }: User): Person {
  return {
    id,
    name,
    real_name,
    ...(hasFace(profile.avatar_hash) ? { face: profile.avatar_hash } : {}),
    ...(profile.display_name === '' ? {} : { display_name: profile.display_name }),
    ...(user.is_bot ? { is_bot: true } : {}),
    ...(user.deleted ? { deleted: true } : {}),
    ...rankOf(user),
    ...statusIn(profile),
    ...(user.tz === saidNone ? {} : { tz_offset: user.tz_offset }),
  };
}

function statusIn({ status_emoji, status_text, status_expiration }: User['profile']) {
  return {
    ...(status_emoji === '' ? {} : { status_emoji }),
    ...(status_text === '' ? {} : { status_text }),
    ...(status_expiration === 0 ? {} : { status_expiration }),
  };
}

function rankOf({ is_owner, is_admin, is_restricted }: Partial<User>): Pick<Person, 'rank'> {
  if (is_owner === true) return { rank: 'owner' };
  if (is_admin === true) return { rank: 'admin' };
  return is_restricted === true ? { rank: 'guest' } : {};
}

/** Of larger workspaces only some people are read ahead; the others are asked for. */
export const readAhead = 20_000;

let counted: { people: People; count: number } | undefined;

/** Whether nobody is missing, so that the server need not be asked for people. */
export function holdsEverybody({ allPeople, people }: Held): boolean {
  if (!allPeople) return false;
  // Asked with each key and each message: they are counted once.
  if (counted?.people !== people) counted = { people, count: Object.keys(people).length };
  return counted.count < readAhead;
}

/** The same record when nobody in the list is new or changed. */
export function withPeople(people: People, list: readonly Person[]): People {
  const changed = list.filter((person) => !same(people[person.id], person));
  if (changed.length === 0) return people;
  return { ...people, ...Object.fromEntries(changed.map((person) => [person.id, person])) };
}

function same(known: Person | undefined, person: Person): boolean {
  if (known === undefined) return false;
  return (
    known.name === person.name &&
    known.real_name === person.real_name &&
    known.display_name === person.display_name &&
    known.face === person.face &&
    known.deleted === person.deleted &&
    known.is_bot === person.is_bot &&
    known.rank === person.rank &&
    known.status_emoji === person.status_emoji &&
    known.status_text === person.status_text &&
    known.status_expiration === person.status_expiration &&
    known.tz_offset === person.tz_offset
  );
}
