import { expect, test } from 'vitest';
import { askedAt, filled, filtersFor, patternOf, queryIn, wordsOf } from './search';

test('the words of a query are what is neither a filter nor left out', () => {
  const query = 'Plan "for Q4" from:@bob -draft in:#general has:link';
  expect(wordsOf(query)).toEqual(['plan', 'for q4']);
  expect(patternOf('from:me')).toBeUndefined();
});

test('words are found whatever their case, and as they are written', () => {
  const pattern = patternOf('a.b (x');
  expect('A.B and (X, not acb'.split(pattern!).filter((_, at) => at % 2 === 1)).toEqual([
    'A.B',
    '(X',
  ]);
  expect('planning'.split(patternOf('plan planning')!)).toEqual(['', 'planning', '']);
});

test('a search in one conversation is the query with one filter more', () => {
  expect(queryIn(' plan ', undefined)).toBe('plan');
  expect(queryIn('plan', 'C1')).toBe('plan in:C1');
  expect(queryIn('', 'C1')).toBe('in:C1');
});

test('what stands at the caret is completed, and nothing beside it', () => {
  const text = 'plan from:an has:link';
  const asked = askedAt(text, 12);
  expect(asked).toEqual({ start: 5, end: 12, not: false, filter: 'from', typed: 'an' });
  expect(filled(text, asked, 'from:@ann')).toEqual({
    text: 'plan from:@ann has:link',
    caret: 15,
  });
  expect(filled('-fr', askedAt('-fr', 3), 'from:')).toEqual({ text: '-from:', caret: 6 });
  expect(filled('from:an', askedAt('from:an', 7), 'from:@ann')).toEqual({
    text: 'from:@ann ',
    caret: 10,
  });
});

test('names of filters are offered while one can be meant', () => {
  const offered = (text: string) => filtersFor(askedAt(text, text.length));
  expect(offered('i')).toEqual(['in', 'is']);
  expect(offered('from:')).toEqual([]);
  expect(offered('plan ')).toHaveLength(8);
  expect(offered('http:x')).toEqual([]);
});
