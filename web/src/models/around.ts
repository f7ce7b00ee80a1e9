/** Which row is chosen, and where it stood when it was. */
export interface Chosen<T> {
  row: T;
  at: number;
}

/**
 * The rows, `most` at most, with the chosen one where it stood: what comes later joins around it. It
 * stays even if better ones would have left no room for it.
 */
export function aroundChosen<T>(
  rows: readonly T[],
  { row, at }: Chosen<T>,
  keyOf: (row: T) => string,
  most: number,
): readonly T[] {
  const key = keyOf(row);
  const now = rows.find((each) => keyOf(each) === key);
  if (now === undefined && rows.length < most) return rows;
  const others = rows.filter((each) => each !== now).slice(0, most - 1);
  return [...others.slice(0, at), now ?? row, ...others.slice(at)];
}
