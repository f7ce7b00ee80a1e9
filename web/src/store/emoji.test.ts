import { expect, test } from 'vitest';
import type { Emoji } from '../protocol/generated';
import { alice, booted } from '../testing/builders';
import { picturesOf, withEmoji, withEmojiList } from './emoji';

const parrot: Emoji = { id: 'Em1', name: 'parrot', path: '/pictures/1', created_by: alice.id };
const alias: Emoji = { id: 'Em2', name: 'bird', alias_for: 'parrot', created_by: alice.id };

test('an emoji has its picture under each of its names, until it is removed', () => {
  const state = withEmojiList(booted(), [parrot, alias], {});
  expect([...picturesOf(state.emoji)]).toEqual([
    ['parrot', '/pictures/1'],
    ['bird', '/pictures/1'],
  ]);
  const renamed = withEmoji(state, { ...parrot, name: 'party_parrot' });
  expect([...picturesOf(renamed.emoji).keys()]).toEqual(['party_parrot']);
  const { path: _path, ...rest } = parrot;
  const gone = withEmoji(state, { ...rest, removed: true });
  expect(picturesOf(gone.emoji).size).toBe(0);
});

test('what an event said while the list was on its way is newer', () => {
  const told = withEmoji(booted(), { ...parrot, name: 'new_name' });
  expect(picturesOf(withEmojiList(told, [parrot], {}).emoji).has('new_name')).toBe(true);
});

test('what is not in a list that was read anew is gone', () => {
  const before = withEmojiList(booted(), [parrot, alias], {});
  const after = withEmojiList(before, [alias], before.emoji);
  expect(Object.keys(after.emoji)).toEqual([alias.id]);
});
