import { fold, isFuzzy } from '../ranking';

/** What a target is found by, folded once. */
export interface Names {
  /** Each as a whole. */
  whole: readonly string[];
  /** The words of all of them. */
  words: readonly string[];
  /** The first letters of each one's words. */
  initials: readonly string[];
  /** Which letters there are in the words, and which begin one: see `lettersOf`. */
  letters: number;
  starts: number;
}

const separators = /[\s._-]+/;

export function namesOf(names: readonly string[]): Names {
  const whole = [...new Set(names.map(fold).filter((name) => name !== ''))];
  const words = whole.map(wordsOf);
  return {
    whole,
    initials: words.map((each) => each.map((word) => word[0] ?? '').join('')),
    ...wordsAlone(words.flat()),
  };
}

/** What answers by the beginnings of its words alone. */
export function wordsAlone(all: readonly string[]): Pick<Names, 'words' | 'letters' | 'starts'> {
  const words = [...new Set(all)];
  return { words, letters: lettersOf(words.join('')), starts: lettersOf(startsIn(words)) };
}

function wordsOf(folded: string): string[] {
  return folded.split(separators).filter((word) => word !== '');
}

function startsIn(words: readonly string[]): string {
  return words.map((word) => word[0] ?? '').join('');
}

/**
 * The letters as the bits of a number, several to a bit: who lacks a bit of a query lacks one of
 * its letters, and one look tells. Digits share few, since there are some in many names.
 */
function lettersOf(text: string): number {
  let bits = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    const digit = code - 48;
    bits |= 1 << (digit >= 0 && digit < 10 ? 27 + (digit % 5) : code);
  }
  return bits;
}

/** A query, folded once for all targets. */
export interface Query {
  text: string;
  words: readonly string[];
  /** Without spaces. */
  joined: string;
  /** What names have to have. */
  letters: number;
  starts: number;
}

export function queryOf(text: string): Query {
  const folded = fold(text.trim());
  const words = wordsOf(folded);
  return {
    text: folded,
    words,
    joined: folded.replace(/\s+/g, ''),
    letters: lettersOf(words.join('')),
    starts: lettersOf(startsIn(words)),
  };
}

/** What a name answers that has the letters inside; better answers begin where words begin. */
export const inside = 0.5;

/** How well names answer a query: client.md 6, M; 0 is out, and whatever is less than `least`. */
export function matchOf(query: Query, names: Names, least = 0): number {
  const { text, joined } = query;
  const { whole, words, initials } = names;
  if (text === '') return 0;
  if (whole.includes(text)) return 1;
  if (least > 0.9) return 0;
  if (whole.some((name) => name.startsWith(text))) return 0.9;
  if (least > 0.8) return 0;
  if (query.words.length > 0 && query.words.every((each) => startsOne(words, each))) return 0.8;
  if (least > 0.65) return 0;
  if (joined.length > 1 && initials.some((each) => each.startsWith(joined))) return 0.65;
  if (least > inside) return 0;
  if (whole.some((name) => name.includes(text))) return inside;
  if (least > 0.35) return 0;
  return joined.length > 1 && whole.some((name) => isFuzzy(joined, name)) ? 0.35 : 0;
}

function startsOne(words: readonly string[], start: string): boolean {
  return words.some((word) => word.startsWith(start));
}
