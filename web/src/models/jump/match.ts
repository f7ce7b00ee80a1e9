import { fold } from '../ranking';

/** What a target is found by, folded once. */
export interface Names {
  /** Each as a whole. */
  whole: readonly string[];
  /** The words of all of them. */
  words: readonly string[];
  /** The first letters of each one's words. */
  initials: readonly string[];
}

export function namesOf(names: readonly string[]): Names {
  const whole = [...new Set(names.map(fold).filter((name) => name !== ''))];
  const words = whole.map((name) => name.split(/[\s._-]+/).filter((word) => word !== ''));
  return {
    whole,
    words: [...new Set(words.flat())],
    initials: words.map((each) => each.map((word) => word[0] ?? '').join('')),
  };
}

/** A query, folded once for all targets. */
export interface Query {
  text: string;
  words: readonly string[];
  letters: string;
}

export function queryOf(text: string): Query {
  const folded = fold(text.trim());
  return {
    text: folded,
    words: folded.split(/[\s._-]+/).filter((word) => word !== ''),
    letters: folded.replace(/\s+/g, ''),
  };
}

/** How well names answer a query: client.md 6, M; 0 is out. */
export function matchOf(query: Query, { whole, words, initials }: Names): number {
  const { text, letters } = query;
  if (text === '') return 0;
  if (whole.includes(text)) return 1;
  if (whole.some((name) => name.startsWith(text))) return 0.9;
  if (query.words.length > 0 && query.words.every((each) => startsOne(words, each))) return 0.8;
  if (letters.length > 1 && initials.some((each) => each.startsWith(letters))) return 0.65;
  if (whole.some((name) => name.includes(text))) return 0.5;
  return letters.length > 1 && whole.some((name) => isFuzzy(letters, name)) ? 0.35 : 0;
}

function startsOne(words: readonly string[], start: string): boolean {
  return words.some((word) => word.startsWith(start));
}

/** The letters stand there in their order, within twice their number. */
function isFuzzy(letters: string, name: string): boolean {
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
