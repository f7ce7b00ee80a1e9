const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });

/** In which order names stand. */
export function compareTitles(one: string, two: string): number {
  return collator.compare(one, two);
}
