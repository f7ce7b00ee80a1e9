export type Sign = '@' | '#' | ':' | '/';

/** The `@word` before the caret that a person is about to complete. */
export interface Trigger {
  sign: Sign;
  start: number;
  query: string;
}

const lookedAt = 40;

const patterns: readonly [Sign, RegExp][] = [
  ['@', /(?:^|[\s([{])@([\p{L}\p{N}._-]*(?: [\p{L}\p{N}._-]*)?)$/u],
  ['#', /(?:^|[\s([{])#([\p{L}\p{N}_-]*)$/u],
  // Two letters at least: a colon alone ends a sentence.
  [':', /(?:^|[\s([{]):([\p{L}\p{N}_+-]{2,})$/u],
];

/** A command, where a message begins. */
const slash = /^\/([a-z]*)$/;

/** What stands before the caret, on its line, as far as it is to be completed. */
export function triggerAt(text: string, caret: number): Trigger | undefined {
  const before = text.slice(Math.max(0, caret - lookedAt), caret);
  for (const [sign, pattern] of patterns) {
    const query = pattern.exec(before)?.[1];
    if (query !== undefined) return { sign, start: caret - query.length - 1, query };
  }
  const query = slash.exec(text.slice(0, caret))?.[1];
  return query === undefined ? undefined : { sign: '/', start: 0, query };
}
