// @vitest-environment happy-dom
import { screen } from '@testing-library/react';
import { expect, vi } from 'vitest';
import { test } from '../../testing/pageTest';
import { LoadProblem } from './LoadProblem';

test('what could not be had is told once, with a way to ask again', async ({ page, user }) => {
  const onRetry = vi.fn();
  const { rerender } = page.show(<LoadProblem refusal={undefined} onRetry={onRetry} />);
  const place = screen.getByRole('alert');
  expect(place.textContent).toBe('');

  rerender(<LoadProblem refusal="unreachable" onRetry={onRetry} />);
  expect(screen.getByRole('alert')).toBe(place);
  expect(place.textContent).toBe('The server does not answer. Try again');
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  expect(onRetry).toHaveBeenCalledOnce();
  rerender(<LoadProblem refusal="not_admin" onRetry={onRetry} />);
  expect(place.textContent).toBe("You're not allowed to do this. Try again");
});
