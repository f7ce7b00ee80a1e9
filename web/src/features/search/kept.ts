import { perWorkspace } from '../../app/workspace/perWorkspace';
import type { Workspace } from '../../app/workspace/workspace';
import type { SearchTab } from '../../models/address';
import type { Found } from './useFound';

/** How a search stood when it was left: coming back shows the same. */
export interface Kept {
  found?: Found | undefined;
  /** How far it was scrolled, in pixels. */
  top: number;
  /** The result that was opened. */
  opened?: string | undefined;
}

/** Each kind of result is kept by itself. */
export function keyOf(tab: SearchTab, query: string): string {
  return `${tab} ${query}`;
}

const most = 20;
const bookOf = perWorkspace(() => new Map<string, Kept>());

/** What is kept of a search while the page lives; of the last ones only. */
export function keptOf(workspace: Workspace, key: string): Kept {
  const book = bookOf(workspace);
  const kept = book.get(key) ?? { top: 0 };
  book.delete(key);
  book.set(key, kept);
  const oldest = book.keys().next().value;
  if (book.size > most && oldest !== undefined) book.delete(oldest);
  return kept;
}
