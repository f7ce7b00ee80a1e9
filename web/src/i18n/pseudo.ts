const accents: Record<string, string> = { a: 'á', e: 'ë', i: 'ï', o: 'ö', u: 'ü', A: 'Å', E: 'Ë' };

/** A catalogue that is longer and accented, to find what was not made for other languages. */
export function pseudo<T extends Record<string, string>>(catalogue: T): Record<keyof T, string> {
  const entries = Object.entries(catalogue).map(([id, text]) => [id, stretch(text)]);
  return Object.fromEntries(entries) as Record<keyof T, string>;
}

/** Words in braces belong to the message format and stay as they are. */
function stretch(text: string): string {
  let depth = 0;
  let out = '';
  for (const char of text) {
    if (char === '{') depth += 1;
    out += depth === 0 ? (accents[char] ?? char) : char;
    if (char === '}') depth -= 1;
  }
  return `[${out}${'~'.repeat(Math.ceil(text.length * 0.4))}]`;
}
