import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';

const worthIt = /\.(js|css|html|svg|json|webmanifest)$/;

/** Writes a `.br` and a `.gz` beside every text file of the build. */
export function precompress(): Plugin {
  let directory = 'dist';
  return {
    name: 'parley:precompress',
    apply: 'build',
    configResolved(config) {
      directory = join(config.root, config.build.outDir);
    },
    closeBundle: {
      order: 'post',
      async handler() {
        const names = await readdir(directory, { recursive: true });
        for (const name of names.filter((each) => worthIt.test(each))) {
          const path = join(directory, name);
          const bytes = await readFile(path);
          await writeFile(`${path}.gz`, gzipSync(bytes, { level: 9 }));
          await writeFile(
            `${path}.br`,
            brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }),
          );
        }
      },
    },
  };
}
