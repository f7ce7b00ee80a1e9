import { expect, test } from 'vitest';
import { catalogue, hasText, late } from './catalogue';

test('texts that come late are there at once, in every catalogue that is in use', () => {
  const plain = catalogue(null);
  const stretched = catalogue('pseudo');
  expect(hasText('late.text')).toBe(false);

  late({ 'late.text': 'Late' });

  expect(hasText('late.text')).toBe(true);
  expect(plain['late.text']).toBe('Late');
  expect(stretched['late.text']).toBe('[Látë~~]');
});
