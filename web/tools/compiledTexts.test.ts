import { expect, test } from 'vitest';
import { compiled } from './compiledTexts.ts';

test('each text becomes its tree, the rest of the module stays', () => {
  const code = `import { late } from './catalogue';
/** Ümlaute – and 😀 before. */
export const texts = late({ 'a.b': 'Add {name}', 'a.c': "It's", ...more } as const);
type Id = keyof typeof texts;`;

  expect(compiled(code)).toBe(`import { late } from './catalogue';
/** Ümlaute – and 😀 before. */
export const texts = late({ 'a.b': [{"type":0,"value":"Add "},{"type":1,"value":"name"}], 'a.c': [{"type":0,"value":"It's"}], ...more } as const);
type Id = keyof typeof texts;`);
});

test('a text with a fault in its syntax fails the build', () => {
  expect(() => compiled("export const texts = { 'a.b': 'Add {name' };")).toThrow();
});
