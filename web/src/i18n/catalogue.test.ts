import { expect, test } from 'vitest';
import { hasText, late } from './catalogue';
import { newIntl } from './Texts';

test('texts that come late are there at once, in every catalogue that is in use', () => {
  const plain = newIntl('en', null);
  const stretched = newIntl('en', 'pseudo');
  expect(hasText('late.text')).toBe(false);

  late({ 'late.text': 'Late', 'late.count': '{count, plural, one {# hare} other {# hares}}' });

  expect(hasText('late.text')).toBe(true);
  expect(plain.formatMessage({ id: 'late.text' })).toBe('Late');
  expect(stretched.formatMessage({ id: 'late.text' })).toBe('[Látë~~]');
  expect(stretched.formatMessage({ id: 'late.count' }, { count: 2 })).toBe('[2 hárës~~~~]');
});
