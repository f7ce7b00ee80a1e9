import { createRequire } from 'node:module';
import type { Plugin } from 'vite';

interface Source {
  hexcode: string;
  unicode: string;
  label: string;
  order?: number;
  group?: number;
  tags?: string[];
  skins?: Source[];
}

const require = createRequire(import.meta.url);
const id = 'virtual:emoji';

/** Where the server reads the names of standard emoji. */
export const serversFile = new URL(
  '../../server/src/main/resources/dev/parley/core/emoji/standard-emoji.txt',
  import.meta.url,
);

const tones = ['\u{1f3fb}', '\u{1f3fc}', '\u{1f3fd}', '\u{1f3fe}', '\u{1f3ff}'];
/** Parts of other emoji: skin tones and hair. */
const components = 2;

/**
 * The standard emoji with the names that Slack knows them by, slimmed to what the page uses:
 * groups in order, each emoji as `[glyph, names, words to find it by, takes skin tones]`.
 */
export function emojiData(): Plugin {
  return {
    name: 'parley:emoji',
    resolveId: (source) => (source === id ? `\0${id}` : undefined),
    load: (resolved) =>
      // A string is read faster than a literal of the same size.
      resolved === `\0${id}`
        ? `export default JSON.parse(${JSON.stringify(JSON.stringify(slimmed()))});`
        : undefined,
  };
}

/** The names of every standard emoji by its code, its own first. */
function namesByCode(): ReadonlyMap<string, readonly string[]> {
  const names = require('emojibase-data/en/shortcodes/iamcal.json') as Record<
    string,
    string | string[]
  >;
  return new Map(
    Object.entries(names).map(([code, known]) => [code, Array.isArray(known) ? known : [known]]),
  );
}

function allEmoji(): Source[] {
  const all = require('emojibase-data/en/compact.json') as Source[];
  return [...all].sort((one, two) => (one.order ?? 0) - (two.order ?? 0));
}

/**
 * What the server knows of standard emoji: the names of one a line, its own first, with `::`
 * behind them if it takes skin tones.
 */
export function emojiNames(): string {
  const names = namesByCode();
  return allEmoji()
    .flatMap(({ hexcode, skins = [] }) => {
      const known = names.get(hexcode);
      return known === undefined ? [] : [known.join(' ') + (skins.length > 0 ? ' ::' : '') + '\n'];
    })
    .join('');
}

export function slimmed() {
  const names = namesByCode();
  const { groups } = require('emojibase-data/en/messages.json') as {
    groups: { key: string; order: number }[];
  };
  const sorted = allEmoji();
  return groups
    .filter(({ order }) => order !== components)
    .map(({ key, order }) => ({
      key,
      emoji: sorted.flatMap((each) => {
        const known = names.get(each.hexcode);
        if (each.group !== order || known === undefined) return [];
        return [[each.unicode, known.join(' '), wordsOf(each, known), takesTones(each) ? 1 : 0]];
      }),
    }));
}

/** What people may look for beside the names. */
function wordsOf({ label, tags }: Source, names: readonly string[]): string {
  const said = new Set(names.flatMap((name) => name.split(/[_-]/)));
  const words = [...label.toLowerCase().split(/[^\p{L}\p{N}]+/u), ...(tags ?? [])];
  return [...new Set(words)].filter((word) => word !== '' && !said.has(word)).join(' ');
}

/** Whether every tone is the glyph with a modifier behind its first character. */
function takesTones({ unicode, skins = [] }: Source): boolean {
  const [first = '', ...rest] = unicode;
  const tail = rest.join('').replace(/^\ufe0f/, '');
  const toned = new Set(skins.map((skin) => skin.unicode));
  return tones.every((tone) => toned.has(first + tone + tail));
}
