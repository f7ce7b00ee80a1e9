// @vitest-environment happy-dom
import { screen, waitFor } from '@testing-library/react';
import { afterEach, expect, vi } from 'vitest';
import '../../../i18n/enSettings';
import { test } from '../../../testing/pageTest';
import { CachePart } from './CachePart';

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

const sizes = (estimate: StorageEstimate) =>
  vi.stubGlobal('navigator', { storage: { estimate: () => Promise.resolve(estimate) } });

test('how much is kept is said where the browser says it', async ({ page }) => {
  sizes({ usage: 3_000_000 });
  page.show(<CachePart />);

  expect(await screen.findByText(/3\s?MB/)).toBeTruthy();
});

test('what is kept is forgotten before the page is read anew', async ({ page, user }) => {
  const done: string[] = [];
  vi.spyOn(page.workspace, 'forgetCache').mockImplementation(() => {
    done.push('forgotten');
    return Promise.resolve();
  });
  vi.stubGlobal('location', { reload: () => done.push('reloaded') });
  page.show(<CachePart />);

  await user.click(screen.getByRole('button', { name: 'Clear cache' }));
  await waitFor(() => expect(done).toEqual(['forgotten', 'reloaded']));
});
