// @vitest-environment happy-dom
import { cleanup, renderHook } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { useOpenInSight } from './useOpenInSight';

afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

test('what is opened comes into sight once, when the page has nothing better to do', () => {
  vi.useFakeTimers();
  const box = document.createElement('div');
  const seen: string[] = [];
  for (const id of ['C1', 'C2']) {
    const row = document.createElement('a');
    row.dataset.id = id;
    row.scrollIntoView = () => void seen.push(id);
    box.append(row);
  }
  const scroller = { current: box };
  const { rerender } = renderHook(
    ({ open, ready }) => {
      useOpenInSight(scroller, open, ready);
    },
    { initialProps: { open: 'C1', ready: false } },
  );
  vi.runAllTimers();
  expect(seen).toEqual([]);

  rerender({ open: 'C1', ready: true });
  expect(seen).toEqual([]);
  vi.runAllTimers();
  rerender({ open: 'C1', ready: true });
  vi.runAllTimers();
  expect(seen).toEqual(['C1']);

  // Whoever goes on at once sees the last one alone.
  rerender({ open: 'C2', ready: true });
  rerender({ open: 'C9', ready: true });
  rerender({ open: 'C1', ready: true });
  vi.runAllTimers();
  expect(seen).toEqual(['C1', 'C1']);
});
