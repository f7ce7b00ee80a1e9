// @vitest-environment happy-dom
import { render, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { namesOf } from '../../../testing/rows';
import { Glyph } from './Glyph';

test('the workspace’s own emoji come first, and an unknown one is its name', async () => {
  const own = { ...namesOf(), emoji: (name: string) => (name === 'tada' ? '/e/1' : undefined) };
  const { container, rerender } = render(<Glyph name="tada" names={own} />);

  expect(container.querySelector('img')?.getAttribute('src')).toBe('/e/1');
  rerender(<Glyph name="tada" names={namesOf()} />);
  await waitFor(() => expect(container.textContent).toBe('🎉'));
  rerender(<Glyph name="no_such_thing" names={namesOf()} />);
  expect(container.textContent).toBe(':no_such_thing:');
});
