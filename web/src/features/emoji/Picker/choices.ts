import { emojiOf, type EmojiTable } from '../../../richtext/emoji';

export interface PickerChoice {
  name: string;
  glyph: string | undefined;
  picture: string | undefined;
}

export interface PickerGroup {
  key: string;
  choices: readonly PickerChoice[];
}

export const columns = 9;
const foundMost = 90;
/** As many as there is room for at first. */
const full = 8 * columns;

/**
 * The groups of the picker: what is used most, the workspace's own, the standard ones. Before the
 * table is there, what is known without it.
 */
export function groupsOf(
  table: EmojiTable | undefined,
  pictures: ReadonlyMap<string, string>,
  favourites: readonly string[],
): PickerGroup[] {
  const named = (name: string): PickerChoice[] => {
    const picture = pictures.get(name);
    const glyph = emojiOf(name);
    return picture === undefined && glyph === undefined ? [] : [{ name, glyph, picture }];
  };
  const own = [...pictures].map(([name, picture]) => ({ name, glyph: undefined, picture }));
  const first = { key: 'used', choices: favourites.flatMap(named) };
  const custom = own.length === 0 ? [] : [{ key: 'custom', choices: own }];
  const standard = (table?.groups ?? []).map(({ key, emoji }) => ({
    key,
    choices: emoji.map(({ glyph, names: [name = ''] }) => ({ name, glyph, picture: undefined })),
  }));
  return [first, ...custom, ...standard];
}

/** What is shown of the groups: the chosen one, and as many after it as fill what else were blank. */
export function shownOf(groups: readonly PickerGroup[], chosen: string): PickerGroup[] {
  const from = groups.findIndex(({ key }) => key === chosen);
  if (from < 0) return [];
  const shown: PickerGroup[] = [];
  for (const group of groups.slice(from)) {
    if (shown.reduce((sum, { choices }) => sum + choices.length, 0) >= full) break;
    shown.push(group);
  }
  return shown;
}

const steps: Readonly<Record<string, number>> = { ArrowUp: -1, ArrowDown: 1 };

/** Where an arrow leads from a place in the grid; every group begins a line of its own. */
export function stepFrom(at: number, key: string, groups: readonly PickerGroup[]): number {
  const lines: number[][] = [];
  let next = 0;
  for (const { choices } of groups) {
    for (let of = 0; of < choices.length; of += columns) {
      const length = Math.min(columns, choices.length - of);
      lines.push(Array.from({ length }, () => next++));
    }
  }
  if (key === 'ArrowLeft') return Math.max(0, at - 1);
  if (key === 'ArrowRight') return Math.max(0, Math.min(next - 1, at + 1));
  const from = lines.findIndex((line) => line.includes(at));
  const column = lines[from]?.indexOf(at) ?? 0;
  const line = lines[from + (steps[key] ?? 0)];
  return line?.[Math.min(column, line.length - 1)] ?? at;
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
