// @vitest-environment happy-dom
import { act, screen } from '@testing-library/react';
import { afterEach, expect, vi } from 'vitest';
import type { InWorkspace } from '../../testing/inWorkspace';
import { test } from '../../testing/pageTest';
import { PaneContext } from '../../ui/Pane/Pane';
import { Coming } from './Coming';

afterEach(() => vi.useRealTimers());

/** The page for a while, with or without a connection. */
function wait({ workspace }: InWorkspace, live: boolean) {
  act(() => workspace.status.setState({ link: { phase: live ? 'live' : 'idle' } as never }));
  act(() => void vi.advanceTimersByTime(2000));
}

test('a view that does not come for want of a connection says so, and leads back', ({ page }) => {
  vi.useFakeTimers();
  page.show(<Coming />);
  const main = screen.getByRole('main');

  wait(page, true);
  expect(main.textContent).toBe('');
  wait(page, false);
  expect(screen.getByRole('status').textContent).toBe('The server does not answer. Trying again…');
  expect(screen.getByText('Back to conversations').getAttribute('href')).toBe('/w/acme');
});

test('beside a conversation it can be closed', ({ page }) => {
  vi.useFakeTimers();
  const close = vi.fn();
  page.show(
    <PaneContext value={{ close, back: undefined, covers: false, edge: null }}>
      <Coming beside />
    </PaneContext>,
  );

  expect(screen.queryByRole('button')).toBeNull();
  wait(page, false);
  expect(screen.getByRole('status').textContent).toContain('The server does not answer.');
  screen.getByRole('button', { name: /^Close/ }).click();
  expect(close).toHaveBeenCalledOnce();
});
