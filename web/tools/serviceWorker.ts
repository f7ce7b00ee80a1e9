import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { transformWithOxc, type Plugin } from 'vite';

const source = fileURLToPath(new URL('../src/worker/sw.ts', import.meta.url));

/** What a build of the page consists of. */
export interface Built {
  /** Another one whenever anything of it changes. */
  build: string;
  /** The path of the part that it begins with. */
  entry: string;
  /** Paths whose names change with what is in them, and paths that keep theirs. */
  parts: readonly string[];
  loose: readonly string[];
}

/** Writes `sw.js` at the end of a build: it keeps the page for when there is no network. */
export function serviceWorker(): Plugin {
  let publicDir = '';
  return {
    name: 'parley:service-worker',
    apply: 'build',
    configResolved: (config) => void (publicDir = config.publicDir),
    generateBundle: {
      order: 'post',
      async handler(_options, bundle) {
        const files = Object.values(bundle);
        const entry = files.find((file) => file.type === 'chunk' && file.isEntry);
        const html = bundle['index.html'];
        if (entry === undefined || html?.type !== 'asset') {
          this.error('no page for sw.js (expected: an entry and index.html)');
        }
        const names = (await readdir(publicDir)).sort();
        const kept = await Promise.all(names.map((name) => readFile(`${publicDir}/${name}`)));
        const parts = files
          .map(({ fileName }) => `/${fileName}`)
          .filter((path) => path.startsWith('/assets/') && !path.endsWith('.map'))
          .sort();
        const hash = createHash('sha256').update(parts.join()).update(html.source);
        for (const bytes of kept) hash.update(bytes);
        const code = await workerCode({
          build: hash.digest('hex').slice(0, 12),
          entry: `/${entry.fileName}`,
          parts,
          loose: names.map((name) => `/${name}`),
        });
        this.emitFile({ type: 'asset', fileName: 'sw.js', source: code });
      },
    },
  };
}

/** The worker of a build, a script without imports. */
export async function workerCode({ build, entry, parts, loose }: Built): Promise<string> {
  const { code } = await transformWithOxc(await readFile(source, 'utf8'), source);
  const told = { BUILD: build, ENTRY: entry, PARTS: parts, LOOSE: loose };
  const lines = Object.entries(told).map(
    ([name, value]) => `const ${name} = ${JSON.stringify(value)};`,
  );
  return `${lines.join('\n')}\n${code.replace(/^export \{\s*\};?$/m, '')}`;
}
