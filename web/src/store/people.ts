import type { Person, User, UserId } from '../protocol/generated';

type People = Readonly<Record<UserId, Person>>;

export function personOf(user: User): Person {
  return {
    id: user.id,
    name: user.name,
    real_name: user.real_name ?? user.profile?.real_name,
    display_name: user.display_name ?? user.profile?.display_name,
    is_bot: user.is_bot,
    deleted: user.deleted,
    tz_offset: user.tz_offset,
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
