// @vitest-environment happy-dom
import { fireEvent, render } from '@testing-library/react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { Avatar } from './Avatar';
import { FacesContext, faceAddress } from './faces';

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

test('who has a picture is shown by it, and by initials if it does not come', () => {
  const { container } = render(
    <FacesContext value={(id) => (id === 'U1' ? '/faces/d0.svg' : undefined)}>
      <Avatar id="U1" name="Alice Adams" />
      <Avatar id="U2" name="Bob Berg" />
    </FacesContext>,
  );
  const pictures = container.querySelectorAll('img');
  expect([...pictures].map((picture) => picture.getAttribute('src'))).toEqual(['/faces/d0.svg']);

  fireEvent.error(pictures[0] as Element);

  expect(container.querySelectorAll('img')).toHaveLength(0);
  expect(container.textContent).toBe('AABB');
});

test('a picture of their own lies elsewhere than a face that is drawn', () => {
  expect(faceAddress('T1', 'd00000000000')).toBe('/faces/d00000000000.svg');
  expect(faceAddress('T1', 'Pc1/abc')).toBe('/pictures/T1/Pc1/abc-72');
});
