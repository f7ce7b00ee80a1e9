// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { sized } from '../../testing/sized';
import { VirtualList } from './VirtualList';

beforeEach(() => sized());
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

function show(count: number, onMore?: () => void) {
  const rows = Array.from({ length: count }, (_, at) => `row ${at + 1}`);
  render(
    <VirtualList label="Rows" rows={rows} idOf={(row) => row} rem={2} onMore={onMore}>
      {(row, reached) => (
        <button type="button" tabIndex={reached ? 0 : -1}>
          {row}
        </button>
      )}
    </VirtualList>,
  );
}

test('the Tab key stops once; arrows, Home and End walk', async () => {
  const user = userEvent.setup();
  show(3);
  await user.tab();
  expect(document.activeElement?.textContent).toBe('row 1');
  await user.keyboard('{ArrowDown}');
  await waitFor(() => expect(document.activeElement?.textContent).toBe('row 2'));
  await user.keyboard('{End}');
  await waitFor(() => expect(document.activeElement?.textContent).toBe('row 3'));
  await user.keyboard('{ArrowDown}');
  expect(document.activeElement?.textContent).toBe('row 3');
  expect(screen.getAllByRole('button').filter(({ tabIndex }) => tabIndex === 0)).toHaveLength(1);
});

test('of a long list a part is on the page, and each row says where it stands', () => {
  show(5000);
  const items = screen.getAllByRole('listitem');
  expect(items.length).toBeLessThan(200);
  expect(items[0]?.getAttribute('aria-posinset')).toBe('1');
  expect(items[0]?.getAttribute('aria-setsize')).toBe('5000');
});

test('rows are drawn in the frame in which they are scrolled to', () => {
  const complaints = vi.spyOn(console, 'error');
  show(5000);
  const scroller = screen.getByRole('list').parentElement!;
  // Out of React's sight, as a browser scrolls.
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', false);
  scroller.scrollTop = 2000 * 32;
  scroller.dispatchEvent(new Event('scroll'));
  vi.unstubAllGlobals();
  expect(screen.getByText('row 2001')).toBeTruthy();
  expect(complaints).not.toHaveBeenCalled();
});

test('more is asked for while one is near the end of what is there, and not before', () => {
  const onMore = vi.fn();
  show(300, onMore);
  expect(onMore).not.toHaveBeenCalled();
  const scroller = screen.getByRole('list').parentElement!;
  scroller.scrollTop = 190 * 32;
  fireEvent.scroll(scroller);
  expect(onMore).toHaveBeenCalledTimes(1);
  expect(screen.getAllByRole('listitem')[0]?.getAttribute('aria-setsize')).toBe('-1');
});
