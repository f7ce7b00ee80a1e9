// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { Presence } from './Presence';

afterEach(cleanup);

test('a mark says in words whether somebody is there, and its looks follow as it changes', () => {
  const shown = render(<Presence active label="Active" />);
  expect(screen.getByRole('img', { name: 'Active' }).dataset.active).toBe('true');

  shown.rerender(<Presence active={false} label="Away" />);
  expect(screen.getByRole('img', { name: 'Away' }).dataset.active).toBe('false');
  expect(screen.queryByRole('img', { name: 'Active' })).toBeNull();
});
