import type { SidebarRow } from './sidebar';

/**
 * The row that follows the open one, or stands before it; with `unread` the next of those that
 * have something new, going on at the other end.
 */
export function neighbourOf(
  rows: readonly SidebarRow[],
  open: string | undefined,
  step: 1 | -1,
  unread = false,
): SidebarRow | undefined {
  const at = rows.findIndex(({ id }) => id === open);
  if (!unread) return at < 0 ? (step > 0 ? rows[0] : rows.at(-1)) : rows[at + step];
  const after = step > 0 ? rows.slice(at + 1) : rows.slice(0, Math.max(0, at)).reverse();
  const others = step > 0 ? rows.slice(0, Math.max(0, at)) : rows.slice(at + 1).reverse();
  return [...after, ...others].find((row) => row.unread && row.id !== open);
}
