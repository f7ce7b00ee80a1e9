import { createRequire } from 'node:module';
import { parse } from '@formatjs/icu-messageformat-parser';
import { parseSync, type Plugin } from 'vite';

const catalogues = /\/src\/i18n\/en[A-Z]?\w*\.ts$/;
const parser = '@formatjs/icu-messageformat-parser';

interface Node {
  type: string;
  start: number;
  end: number;
  value?: unknown;
}

/**
 * Reads the texts' ICU syntax in the build, so that the page needs no reader of it: what is wrong in a text fails the build.
 * In development and in tests the texts are read where they are shown.
 */
export function compiledTexts(): Plugin {
  return {
    name: 'parley:compiled-texts',
    apply: 'build',
    enforce: 'pre',
    config: () => ({
      resolve: {
        alias: [
          {
            find: parser,
            replacement: createRequire(import.meta.url).resolve(`${parser}/no-parser.js`),
          },
        ],
      },
    }),
    transform(code, id) {
      return catalogues.test(id) ? { code: compiled(code), map: null } : undefined;
    },
  };
}

/** The module with the tree of each text in place of its words. */
export function compiled(code: string): string {
  let out = '';
  let from = 0;
  for (const { start, end, value } of textsOf(parseSync('texts.ts', code).program)) {
    out += code.slice(from, start) + JSON.stringify(parse(String(value)));
    from = end;
  }
  return out + code.slice(from);
}

/** The values of all properties that are named by a string, in order. */
function textsOf(node: unknown): Node[] {
  if (Array.isArray(node)) return node.flatMap(textsOf);
  if (typeof node !== 'object' || node === null) return [];
  const { type, key, value } = node as { type?: string; key?: Node; value?: Node };
  if (type === 'Property' && key?.type === 'Literal' && typeof value?.value === 'string')
    return [value];
  return Object.values(node).flatMap(textsOf);
}
