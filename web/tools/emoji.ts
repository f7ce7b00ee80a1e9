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

function slimmed() {
  const all = require('emojibase-data/en/compact.json') as Source[];
  const names = require('emojibase-data/en/shortcodes/iamcal.json') as Record<
    string,
    string | string[]
  >;
  const { groups } = require('emojibase-data/en/messages.json') as {
    groups: { key: string; order: number }[];
  };
  const sorted = [...all].sort((one, two) => (one.order ?? 0) - (two.order ?? 0));
  return groups
    .filter(({ order }) => order !== components)
    .map(({ key, order }) => ({
      key,
      emoji: sorted.flatMap((each) => {
        const known = names[each.hexcode];
        if (each.group !== order || known === undefined) return [];
        const all = Array.isArray(known) ? known : [known];
        return [[each.unicode, all.join(' '), wordsOf(each, all), takesTones(each) ? 1 : 0]];
      }),
    }));
}

/** What people may look for beside the names. */
function wordsOf({ label, tags }: Source, names: string[]): string {
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
