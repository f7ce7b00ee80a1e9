import { createStore, useStore } from 'zustand';

/** A standard emoji, by the names that Slack knows it by too. */
export interface Emoji {
  glyph: string;
  /** Its own name first. */
  names: readonly string[];
  /** Other words to find it by, in lower case. */
  words: string;
  /** Whether `name::skin-tone-2` to `-6` are emoji. */
  toned: boolean;
}

export interface EmojiTable {
  groups: readonly { key: string; emoji: readonly Emoji[] }[];
  byName: ReadonlyMap<string, Emoji>;
}

/** The shortcodes known before the full table is loaded. */
const first: Readonly<Record<string, string>> = {
  smile: '😄',
  smiley: '😃',
  grinning: '😀',
  grin: '😁',
  joy: '😂',
  sweat_smile: '😅',
  slightly_smiling_face: '🙂',
  wink: '😉',
  blush: '😊',
  heart_eyes: '😍',
  thinking_face: '🤔',
  neutral_face: '😐',
  cry: '😢',
  sob: '😭',
  open_mouth: '😮',
  sunglasses: '😎',
  '+1': '👍',
  thumbsup: '👍',
  '-1': '👎',
  thumbsdown: '👎',
  ok_hand: '👌',
  clap: '👏',
  wave: '👋',
  pray: '🙏',
  muscle: '💪',
  raised_hands: '🙌',
  point_up: '☝️',
  eyes: '👀',
  heart: '❤️',
  tada: '🎉',
  fire: '🔥',
  rocket: '🚀',
  star: '⭐',
  sparkles: '✨',
  white_check_mark: '✅',
  heavy_check_mark: '✔️',
  x: '❌',
  warning: '⚠️',
  bug: '🐛',
  bulb: '💡',
  coffee: '☕',
  cake: '🍰',
  beers: '🍻',
  calendar: '📅',
  memo: '📝',
  lock: '🔒',
  key: '🔑',
  hourglass: '⌛',
  100: '💯',
};

const table = createStore<EmojiTable | undefined>(() => undefined);
let loading: Promise<EmojiTable> | undefined;

/** All standard emoji; fetched once, when somebody first asks. */
export function loadEmoji(): Promise<EmojiTable> {
  loading ??= import('virtual:emoji').then(
    ({ default: groups }) => {
      const read = tableOf(groups);
      table.setState(read, true);
      return read;
    },
    (failed: unknown) => {
      loading = undefined;
      throw failed;
    },
  );
  return loading;
}

function tableOf(
  source: readonly { key: string; emoji: readonly [string, string, string, 0 | 1][] }[],
): EmojiTable {
  const groups = source.map(({ key, emoji }) => ({
    key,
    emoji: emoji.map(([glyph, names, words, toned]) => ({
      glyph,
      names: names.split(' '),
      words,
      toned: toned === 1,
    })),
  }));
  const byName = new Map<string, Emoji>();
  for (const { emoji } of groups) {
    for (const each of emoji) for (const name of each.names) byName.set(name, each);
  }
  return { groups, byName };
}

/** The table, once it is loaded; shows again what depends on it. */
export function useEmojiTable(): EmojiTable | undefined {
  return useStore(table);
}

/** Whether the table may tell more of a name than what is known without it. */
export function wantsTable(name: string): boolean {
  return table.getState() === undefined && (name.includes('::') || emojiOf(name) === undefined);
}

/** The glyph of `tada` or `wave::skin-tone-3`; undefined for a name that is not, or not yet, known. */
export function emojiOf(name: string): string | undefined {
  const [base = '', tone] = name.split('::');
  const known = table.getState()?.byName.get(base);
  const glyph = known?.glyph ?? (Object.hasOwn(first, base) ? first[base] : undefined);
  if (glyph === undefined || tone === undefined) return glyph;
  const level = /^skin-tone-([2-6])$/.exec(tone)?.[1];
  if (level === undefined) return undefined;
  return known?.toned === true ? withTone(glyph, Number(level)) : glyph;
}

/** An emoji with the skin tone that is preferred, if it has any. */
export function tonedAs(
  { byName }: EmojiTable,
  tone: string,
  name: string,
): { name: string; glyph: string } | undefined {
  const known = byName.get(name);
  if (tone === 'none' || known?.toned !== true) return undefined;
  return { name: `${name}::skin-tone-${tone}`, glyph: withTone(known.glyph, Number(tone)) };
}

/** @param level 2 (light) to 6 (dark), as in Slack's names */
export function withTone(glyph: string, level: number): string {
  const [start = '', ...rest] = glyph;
  const modifier = String.fromCodePoint(0x1f3fb + level - 2);
  return start + modifier + rest.join('').replace(/^\ufe0f/, '');
}
