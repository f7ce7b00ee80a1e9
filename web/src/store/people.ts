import type { Person, User, UserId } from '../protocol/generated';

type People = Readonly<Record<UserId, Person>>;

/** What a list needs of a person. */
export function personOf({ id, name, real_name, profile, ...user }: User): Person {
  return {
    id,
    name,
    real_name,
    ...(profile.display_name === '' ? {} : { display_name: profile.display_name }),
    ...(user.is_bot ? { is_bot: true } : {}),
    ...(user.deleted ? { deleted: true } : {}),
    ...(user.tz_offset === 0 ? {} : { tz_offset: user.tz_offset }),
  };
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
    known.deleted === person.deleted &&
    known.is_bot === person.is_bot
  );
}
