// @vitest-environment happy-dom
import { waitFor } from '@testing-library/react';
import { createRef } from 'react';
import { expect, vi } from 'vitest';
import { test } from '../../../testing/pageTest';
import { Completion, type CompletionHandle } from './Completion';

vi.mock('virtual:emoji', () => {
  throw new Error('No network.');
});

test('nobody waits for emoji that cannot be loaded', async ({ page }) => {
  const handle = createRef<CompletionHandle>();
  const known = vi.fn();
  page.show(
    <Completion
      handle={handle}
      id="completion"
      trigger={{ sign: ':', query: 'nothing-like-this', start: 0 }}
      channel="C1"
      onPick={vi.fn()}
      onShown={vi.fn()}
      onKnown={known}
    />,
  );
  expect(handle.current?.press('Enter')).toBe('waits');
  await waitFor(() => expect(known).toHaveBeenCalled());
  expect(handle.current?.press('Enter')).toBe(false);
});
