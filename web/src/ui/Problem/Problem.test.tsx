// @vitest-environment happy-dom
import { render, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { Problem } from './Problem';

test('the place of a problem is there before it, so that it is said when it comes', () => {
  const { rerender } = render(<Problem text={undefined} />);
  const place = screen.getByRole('alert');

  rerender(<Problem text="Too fast." />);
  expect(screen.getByRole('alert')).toBe(place);
  expect(place.textContent).toBe('Too fast.');
});
