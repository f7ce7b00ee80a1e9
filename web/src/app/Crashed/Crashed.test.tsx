// @vitest-environment happy-dom
import { screen } from '@testing-library/react';
import { expect, vi } from 'vitest';
import { test } from '../../testing/pageTest';
import { ErrorBoundary } from '../ErrorBoundary';
import { Crashed } from './Crashed';

function Broken(): never {
  throw new Error('broken');
}

test('in place of a page that broke one is told that nothing is lost, and loads it anew', async ({
  page,
  user,
}) => {
  vi.spyOn(console, 'error').mockReturnValue(undefined);
  const reload = vi.spyOn(location, 'reload').mockReturnValue(undefined);
  page.show(
    <ErrorBoundary fallback={<Crashed />}>
      <Broken />
    </ErrorBoundary>,
  );

  expect(screen.getByRole('main').textContent).toContain('Your messages are safe.');
  expect(reload).not.toHaveBeenCalled();
  await user.click(screen.getByRole('button', { name: 'Reload' }));
  expect(reload).toHaveBeenCalledOnce();
});
