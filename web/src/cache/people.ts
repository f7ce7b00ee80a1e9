import type { Person, UserId } from '../protocol/generated';

type People = Readonly<Record<UserId, Person>>;

const lists = 64;

/** The lists of people that are not as they were, by the key under which each lies on disk. */
export function changedLists(before: People, people: People): Map<number, Person[]> {
  const changed = new Map<number, Person[]>();
  if (before === people) return changed;
  const mark = (id: UserId) => changed.set(listOf(id), []);
  for (const [id, person] of Object.entries(people)) if (before[id] !== person) mark(id);
  for (const id of Object.keys(before)) if (people[id] === undefined) mark(id);
  if (changed.size === 0) return changed;
  for (const person of Object.values(people)) changed.get(listOf(person.id))?.push(person);
  return changed;
}

function listOf(id: UserId): number {
  let sum = 0;
  for (let at = 0; at < id.length; at += 1) sum = (sum * 31 + id.charCodeAt(at)) | 0;
  return (sum >>> 0) % lists;
}
