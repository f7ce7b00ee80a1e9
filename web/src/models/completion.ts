export type Sign = '@' | '#' | ':';

/** The `@word` before the caret that a person is about to complete. */
export interface Trigger {
  sign: Sign;
  start: number;
  query: string;
}

const longest = 40;

const patterns: readonly [Sign, RegExp][] = [
  ['@', /(?:^|[\s([{])@([\p{L}\p{N}._-]*(?: [\p{L}\p{N}._-]*)?)$/u],
  ['#', /(?:^|[\s([{])#([\p{L}\p{N}_-]*)$/u],
  // Two letters at least: a colon alone ends a sentence.
  [':', /(?:^|[\s([{]):([\p{L}\p{N}_+-]{2,})$/u],
];

/** What stands before the caret, on its line, as far as it is to be completed. */
export function triggerAt(text: string, caret: number): Trigger | undefined {
  const before = text.slice(Math.max(0, caret - longest), caret);
  for (const [sign, pattern] of patterns) {
    const query = pattern.exec(before)?.[1];
    if (query !== undefined) return { sign, start: caret - query.length - 1, query };
  }
  return undefined;
}

/** Enter that a person meant for the text, not for a composition that runs or just ended. */
export function isComposing(event: { isComposing: boolean; keyCode: number }): boolean {
  return event.isComposing || event.keyCode === 229;
}

/** How many characters a person would be told: code points, as the server counts. */
export function lengthOf(text: string): number {
  let length = 0;
  for (let at = 0; at < text.length; length += 1) {
    at += (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
  }
  return length;
}
