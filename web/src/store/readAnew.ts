/** After a list was read: it is all there is, but for what events said since it was asked for. */
export function readAnew<T extends { id: string }>(
  list: readonly T[],
  now: Readonly<Record<string, T>>,
  asked: Readonly<Record<string, T>>,
): Record<string, T> {
  const read = list.map((each) => [each.id, each] as const);
  const since = Object.entries(now).filter(([id, each]) => asked[id] !== each);
  return Object.fromEntries([...read, ...since]);
}
