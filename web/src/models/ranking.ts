import type { Person } from '../protocol/generated';
import { nameOf } from './names';
import { compareTitles } from './titles';

const plain = /^[\0-\x7f]*$/;

/** Letters without marks and case, so that "Zoe" finds "Zoë". */
export function fold(text: string): string {
  // Most names have neither, and there may be ten thousand.
  if (plain.test(text)) return text.toLowerCase();
  return text.toLowerCase().replaceAll('ß', 'ss').normalize('NFKD').replace(/\p{M}/gu, '');
}

/** How well a name answers a query: 100 for the same word down to 0 for not at all. */
export function matchScore(query: string, names: readonly string[]): number {
  const wanted = fold(query.trim());
  if (wanted === '') return 1;
  return Math.max(0, ...names.map((name) => nameScore(wanted, fold(name))));
}

function nameScore(query: string, name: string): number {
  if (name === query) return 100;
  if (name.startsWith(query)) return 80;
  const words = name.split(/[\s._-]+/);
  if (words.some((word) => word.startsWith(query))) return 70;
  if (
    words
      .map((word) => word[0] ?? '')
      .join('')
      .startsWith(query)
  )
    return 55;
  if (name.includes(query)) return 40;
  return isFuzzy(query, name) ? 25 : 0;
}

/** The letters stand there in their order, within twice their number. */
export function isFuzzy(letters: string, name: string): boolean {
  for (let start = name.indexOf(letters[0] ?? ''); start >= 0;) {
    if (span(letters, name, start) <= letters.length * 2) return true;
    start = name.indexOf(letters[0] ?? '', start + 1);
  }
  return false;
}

function span(letters: string, name: string, start: number): number {
  let at = start;
  for (const letter of letters) {
    at = name.indexOf(letter, at);
    if (at < 0) return Infinity;
    at += letter.length;
  }
  return at - start;
}

export interface PeopleQuery {
  people: readonly Person[];
  query: string;
  limit: number;
  /** Those who spoke here lately come first. */
  recent: ReadonlySet<string>;
  /** What else speaks for somebody. */
  bonusOf?: (user: string) => number;
}

export function rankPeople({ people, query, limit, recent, bonusOf }: PeopleQuery): Person[] {
  const scored = people.flatMap((person) => {
    const match = matchScore(query, [person.name, nameOf(person) ?? '', person.real_name]);
    if (match === 0) return [];
    const bonus =
      (recent.has(person.id) ? 20 : 0) +
      (bonusOf?.(person.id) ?? 0) -
      (person.deleted === true ? 60 : 0);
    return [{ person, score: match + bonus }];
  });
  scored.sort((one, two) => two.score - one.score || compareNames(one.person, two.person));
  return scored.slice(0, limit).map(({ person }) => person);
}

function compareNames(one: Person, two: Person): number {
  return compareTitles(nameOf(one) ?? '', nameOf(two) ?? '');
}
