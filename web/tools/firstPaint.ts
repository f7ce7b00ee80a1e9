import type { Rolldown } from 'vite';

/** A module that only names others: who imports it needs a few of them. */
const index = /\/lucide-react\/dist\/esm\/lucide-react\.mjs$/;

/**
 * Puts all that the page begins with into one file: it compresses better, and is one request.
 * By itself each module that a later part uses too would be a file of its own.
 *
 * @param page the path of `index.html`
 */
export function firstPaint(page: string): Rolldown.CodeSplittingGroup {
  let first: Set<string> | undefined;
  return {
    debugName: 'first paint',
    name: (id, graph) => {
      first ??= neededBy(page, graph);
      return first.has(id) ? 'index' : null;
    },
  };
}

type Graph = Parameters<Exclude<Rolldown.CodeSplittingGroup['name'], string>>[1];

/** A module and all that it imports before it runs. */
function neededBy(entry: string, graph: Graph): Set<string> {
  const needed = new Set([entry]);
  for (const id of needed) {
    if (index.test(id)) continue;
    for (const each of graph.getModuleInfo(id)?.importedIds ?? []) needed.add(each);
  }
  return needed;
}
