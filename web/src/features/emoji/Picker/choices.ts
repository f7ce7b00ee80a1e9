import type { EmojiTable } from '../../../richtext/emoji';

export interface PickerChoice {
  name: string;
  glyph: string | undefined;
  picture: string | undefined;
}

export interface PickerGroup {
  key: string;
  choices: readonly PickerChoice[];
}

const foundMost = 90;

/** The groups of the picker: what is used most, the workspace's own, the standard ones. */
export function groupsOf(
  table: EmojiTable,
  pictures: ReadonlyMap<string, string>,
  favourites: readonly string[],
): PickerGroup[] {
  const named = (name: string): PickerChoice[] => {
    const picture = pictures.get(name);
    const glyph = table.byName.get(name)?.glyph;
    return picture === undefined && glyph === undefined ? [] : [{ name, glyph, picture }];
  };
  const own = [...pictures].map(([name, picture]) => ({ name, glyph: undefined, picture }));
  const first = { key: 'used', choices: favourites.flatMap(named) };
  const custom = own.length === 0 ? [] : [{ key: 'custom', choices: own }];
  const standard = table.groups.map(({ key, emoji }) => ({
    key,
    choices: emoji.map(({ glyph, names: [name = ''] }) => ({ name, glyph, picture: undefined })),
  }));
  return [first, ...custom, ...standard];
}

/** Those whose name begins so, then whose name or words hold it. */
export function searchOf(
  table: EmojiTable,
  pictures: ReadonlyMap<string, string>,
  query: string,
): PickerChoice[] {
  const wanted = query.trim().toLowerCase().replace(/^:|:$/g, '').replace(/\s+/g, '_');
  const scored: { score: number; choice: PickerChoice }[] = [];
  for (const [name, picture] of pictures) {
    const score = scoreOf(wanted, [name], '');
    if (score > 0) scored.push({ score, choice: { name, glyph: undefined, picture } });
  }
  for (const { emoji } of table.groups) {
    for (const { glyph, names, words } of emoji) {
      const score = scoreOf(wanted, names, words);
      const [name = ''] = names;
      if (score > 0) scored.push({ score, choice: { name, glyph, picture: undefined } });
    }
  }
  return scored
    .sort((one, two) => two.score - one.score)
    .slice(0, foundMost)
    .map(({ choice }) => choice);
}

function scoreOf(wanted: string, names: readonly string[], words: string): number {
  if (names.includes(wanted)) return 4;
  if (names.some((name) => name.startsWith(wanted))) return 3;
  if (names.some((name) => name.includes(wanted))) return 2;
  return words.includes(wanted.replaceAll('_', ' ')) ? 1 : 0;
}
