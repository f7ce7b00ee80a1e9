let own: WeakSet<object> | undefined;

/**
 * Within it a record is copied at its first change and then changed in place: nobody else has seen
 * the copy yet. Copying thousands of entries for each of a thousand events takes seconds.
 */
export function batched<T>(work: () => T): T {
  const before = own;
  own = new WeakSet();
  try {
    return work();
  } finally {
    own = before;
  }
}

/** The record with one entry more, or another one. */
export function withEntry<T>(
  record: Readonly<Record<string, T>>,
  key: string,
  value: T,
): Readonly<Record<string, T>> {
  if (own?.has(record) === true) {
    (record as Record<string, T>)[key] = value;
    return record;
  }
  const copy = { ...record, [key]: value };
  own?.add(copy);
  return copy;
}
