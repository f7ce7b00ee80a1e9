import { expect, test } from 'vitest';
import { hasText, late } from './catalogue';
import type { TextId } from './en';
import { newLanguage } from './Texts';

test('texts that come late are there at once, in every catalogue that is in use', () => {
  const plain = newLanguage('en', null);
  const stretched = newLanguage('en', 'pseudo');
  const [text, count] = ['late.text', 'late.count'] as string[] as [TextId, TextId];
  expect(hasText('late.text')).toBe(false);
  expect(plain.say(text)).toBe('late.text');

  late({ 'late.text': 'Late', 'late.count': '{count, plural, one {# hare} other {# hares}}' });

  expect(hasText('late.text')).toBe(true);
  expect(plain.say(text)).toBe('Late');
  expect(stretched.say(text)).toBe('[Látë~~]');
  expect(stretched.say(count, { count: 2 })).toBe('[2 hárës~~~~]');
});

test('a text whose values are missing, or that nobody wrote, does not break the page', () => {
  const { say } = newLanguage('en', null);
  expect(say('list.newest.count')).toBe('list.newest.count');
  expect(say('list.newest.count', { count: 3 })).toBe('Newest (3)');
  expect(say('nobody.wrote.it' as TextId)).toBe('nobody.wrote.it');
});

test('each text stands in one file', () => {
  const files = import.meta.glob<string>('./en*.ts', {
    query: '?raw',
    import: 'default',
    eager: true,
  });
  const ids = Object.values(files).flatMap((file) => file.match(/^ {2}'[\w.]+'(?=:)/gm) ?? []);
  expect(ids.length).toBeGreaterThan(900);
  expect(ids.filter((id, place) => ids.indexOf(id) !== place)).toEqual([]);
});

test('numbers and plurals follow the language', () => {
  expect(newLanguage('de', null).say('header.members', { count: 1204 })).toBe('1.204 members');
});
