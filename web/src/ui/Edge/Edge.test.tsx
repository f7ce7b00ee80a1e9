// @vitest-environment happy-dom
import { fireEvent, render, screen } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { Edge } from './Edge';

const widths = { least: 200, usual: 264, most: 400 };

function edge(side: 'start' | 'end', dir: 'ltr' | 'rtl') {
  const onResize = vi.fn();
  const { unmount } = render(
    <div style={{ direction: dir }}>
      <Edge label="Width" side={side} width={300} widths={widths} onResize={onResize} />
    </div>,
  );
  const separator = screen.getByRole('separator', { name: 'Width' });
  separator.style.direction = dir;
  return { separator, onResize, unmount };
}

test('an arrow moves the edge its own way, on either side and in either direction of script', () => {
  for (const [side, dir, px] of [
    ['end', 'ltr', 316],
    ['start', 'ltr', 284],
    ['end', 'rtl', 284],
    ['start', 'rtl', 316],
  ] as const) {
    const { separator, onResize, unmount } = edge(side, dir);
    fireEvent.keyDown(separator, { key: 'ArrowRight' });
    fireEvent.keyDown(separator, { key: 'ArrowUp' });
    expect(onResize.mock.calls).toEqual([[px]]);
    unmount();
  }
});

test('a double click gives the usual width again', () => {
  const { separator, onResize } = edge('end', 'ltr');
  fireEvent.doubleClick(separator);
  expect(onResize).toHaveBeenCalledWith(264);
  expect(separator.getAttribute('aria-valuenow')).toBe('300');
});
