import { expect, test } from 'vitest';
import { alice, message } from '../testing/builders';
import { authorOf, faceEmojiOf, haveSameAuthor, wordsOf } from './authors';

const named = message({ username: 'Nagios', icons: { emoji: ':fire:' } });

test('an app may say its name and face for each message', () => {
  expect(authorOf(named, () => 'Webhooks')).toBe('Nagios');
  expect(authorOf(message({}), () => 'Webhooks')).toBe('Webhooks');
  expect(faceEmojiOf(named)).toBe('🔥');
  expect(faceEmojiOf(message({ icons: { emoji: ':never-was:' } }))).toBeUndefined();
  expect(faceEmojiOf(message({ icons: { image_48: 'https://far.test/a.png' } }))).toBeUndefined();
  expect(faceEmojiOf(message({}))).toBeUndefined();
});

test('the same app under another name is another author', () => {
  expect(haveSameAuthor(named, { ...named })).toBe(true);
  expect(haveSameAuthor(named, { ...named, username: 'Zabbix' })).toBe(false);
  expect(haveSameAuthor(named, { ...named, user: alice.id })).toBe(false);
});

test('a message without text shows what its attachments say', () => {
  const attachments = [
    { title: 'Build 7', text: 'green', fallback: 'x' },
    { fallback: 'only this' },
    { color: 'good' },
    'broken',
  ];
  expect(wordsOf(message({ text: ' ', attachments }))).toBe('Build 7\ngreen\nonly this');
  expect(wordsOf(message({ text: 'said', attachments }))).toBe('said');
  expect(wordsOf(message({ text: '' }))).toBe('');
});
