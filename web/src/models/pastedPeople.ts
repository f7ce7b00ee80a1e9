import type { Person } from '../protocol/generated';
import { nameOf } from './names';

/** The entries of a pasted list of people; none if what was pasted is no list. */
export function pastedEntries(text: string): string[] {
  const entries = text.split(/[\n,;\t]+/).map((entry) => entry.trim());
  const named = [...new Set(entries.filter((entry) => entry !== ''))];
  return named.length < 2 ? [] : named;
}

/** The mail address of an entry: `ben@acme.test` or `Ben Ode <ben@acme.test>`. */
export function mailOf(entry: string): string | undefined {
  return /^(?:.*<)?([^\s<>@]+@[^\s<>@]+\.[^\s<>@]+)>?$/.exec(entry)?.[1];
}

/** Whom an entry names by handle or by the whole of a name that only one has. */
export function personNamed(entry: string, people: readonly Person[]): Person | undefined {
  const wanted = entry.replace(/^@/, '').toLowerCase();
  const there = people.filter(({ deleted }) => deleted !== true);
  const byHandle = there.find(({ name }) => name.toLowerCase() === wanted);
  if (byHandle !== undefined) return byHandle;
  const byName = there.filter((person) =>
    [person.real_name, nameOf(person)].some((name) => name?.toLowerCase() === wanted),
  );
  return byName.length === 1 ? byName[0] : undefined;
}
