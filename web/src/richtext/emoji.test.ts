import { beforeAll, expect, test } from 'vitest';
import { emojiOf, loadEmoji, type EmojiTable } from './emoji';

let table: EmojiTable;

beforeAll(async () => {
  table = await loadEmoji();
});

test('names are those of Slack', () => {
  expect(emojiOf('tada')).toBe('🎉');
  expect(emojiOf('+1')).toBe('👍️');
  expect(emojiOf('thumbsup')).toBe(emojiOf('+1'));
  expect(emojiOf('flag-de')).toBe('🇩🇪');
  expect(emojiOf('no_such')).toBeUndefined();
});

test.each([
  ['wave::skin-tone-2', '👋🏻'],
  ['point_up::skin-tone-6', '☝🏿'],
  ['tada::skin-tone-2', '🎉'],
  ['wave::skin-tone-7', undefined],
])('%s', (name, glyph) => {
  expect(emojiOf(name)).toBe(glyph);
});

test('every group has its emoji, without parts of others', () => {
  expect(table.groups.map(({ key }) => key)).toEqual([
    ...['smileys-emotion', 'people-body', 'animals-nature', 'food-drink', 'travel-places'],
    ...['activities', 'objects', 'symbols', 'flags'],
  ]);
  for (const { emoji } of table.groups) expect(emoji.length).toBeGreaterThan(50);
  expect(table.byName.get('joy')?.words).toContain('laugh');
});
