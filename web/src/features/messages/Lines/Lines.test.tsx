// @vitest-environment happy-dom
import { screen } from '@testing-library/react';
import { expect } from 'vitest';
import { test } from '../../../testing/pageTest';
import { Edge, RepliesLine } from './Lines';

test('what could not be fetched is asked for again, what is under way is not', async ({
  page,
  user,
}) => {
  const told: string[] = [];
  const { rerender } = page.show(<Edge failed={false} onRetry={() => told.push('again')} />);

  expect(screen.queryByRole('button')).toBeNull();
  rerender(<Edge failed onRetry={() => told.push('again')} />);
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  expect(told).toEqual(['again']);
});

test('a thread says how many replies there are, or that there are none', ({ page }) => {
  const { rerender, container } = page.show(<RepliesLine count={0} />);

  const none = container.textContent;
  rerender(<RepliesLine count={1} />);
  expect(container.textContent).toBe('1 reply');
  expect(none).not.toMatch(/\d/);
});
