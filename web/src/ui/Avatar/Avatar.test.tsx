import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { Avatar } from './Avatar';

const textOf = (small: boolean, name: string) =>
  renderToStaticMarkup(<Avatar id="U1" name={name} small={small} />).replace(/<[^>]*>/g, '');

test.each([
  ['Alice Adams', 'AA'],
  ['Alice', 'A'],
  ['👩‍👩‍👧 Family', '👩‍👩‍👧F'],
])('the face of %s says %s in either size', (name, initials) => {
  expect(textOf(false, name)).toBe(initials);
  expect(textOf(true, name)).toBe(initials);
});
