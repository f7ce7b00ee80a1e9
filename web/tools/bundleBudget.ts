import { gzipSync } from 'node:zlib';
import type { Plugin, Rolldown } from 'vite';

interface Budget {
  firstPaintKb: number;
  /** What a later part may need besides, by the name of its module. */
  laterKb: Readonly<Record<string, number>>;
}

/** Fails the build when the first paint or a later part needs more than the budget, gzip -9. */
export function bundleBudget({ firstPaintKb, laterKb }: Budget): Plugin {
  return {
    name: 'parley:bundle-budget',
    apply: 'build',
    generateBundle(_options, bundle) {
      const first = new Set<string>();
      const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
      for (const chunk of chunks) if (chunk.isEntry) take(bundle, chunk.fileName, first);
      const check = (what: string, names: Iterable<string>, allowed: number) => {
        const kb = kbOf(bundle, names);
        if (kb > allowed) this.error(`${what} needs ${kb.toFixed(1)} kB (allowed: ${allowed} kB)`);
        this.info(`${what} ${kb.toFixed(1)} kB of ${allowed} kB`);
      };
      check('first paint', first, firstPaintKb);
      for (const [name, allowed] of Object.entries(laterKb)) {
        const chunk = chunks.find((each) => each.name === name);
        if (chunk === undefined) this.error(`no part ${name} (expected: a chunk of that name)`);
        const needed = new Set<string>();
        take(bundle, chunk.fileName, needed);
        check(
          name,
          [...needed].filter((each) => !first.has(each)),
          allowed,
        );
      }
    },
  };
}

/** A chunk, what it imports and the styles of both. */
function take(bundle: Rolldown.OutputBundle, name: string, taken: Set<string>): void {
  const file = bundle[name];
  if (taken.has(name) || file?.type !== 'chunk') return;
  taken.add(name);
  for (const each of file.imports) take(bundle, each, taken);
  for (const css of file.viteMetadata?.importedCss ?? []) taken.add(css);
}

function kbOf(bundle: Rolldown.OutputBundle, names: Iterable<string>): number {
  let bytes = 0;
  for (const name of names) {
    const file = bundle[name];
    if (file === undefined) continue;
    bytes += gzipSync(file.type === 'chunk' ? file.code : file.source, { level: 9 }).length;
  }
  return bytes / 1000;
}
