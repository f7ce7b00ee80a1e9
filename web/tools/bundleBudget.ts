import { gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';

interface Budget {
  firstPaintKb: number;
}

/** Fails the build when what the first paint needs is larger than the budget, gzip -9. */
export function bundleBudget({ firstPaintKb }: Budget): Plugin {
  return {
    name: 'parley:bundle-budget',
    apply: 'build',
    generateBundle(_options, bundle) {
      const first = new Set<string>();
      const take = (name: string): void => {
        const file = bundle[name];
        if (first.has(name) || file?.type !== 'chunk') return;
        first.add(name);
        file.imports.forEach(take);
        file.viteMetadata?.importedCss.forEach((css) => first.add(css));
      };
      for (const file of Object.values(bundle)) {
        if (file.type === 'chunk' && file.isEntry) take(file.fileName);
      }
      let bytes = 0;
      for (const name of first) {
        const file = bundle[name];
        if (file === undefined) continue;
        bytes += gzipSync(file.type === 'chunk' ? file.code : file.source, { level: 9 }).length;
      }
      const kb = bytes / 1000;
      if (kb > firstPaintKb) {
        this.error(`first paint needs ${kb.toFixed(1)} kB (allowed: ${firstPaintKb} kB)`);
      }
      this.info(`first paint ${kb.toFixed(1)} kB of ${firstPaintKb} kB`);
    },
  };
}
