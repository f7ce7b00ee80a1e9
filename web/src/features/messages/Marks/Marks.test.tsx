// @vitest-environment happy-dom
import { expect } from 'vitest';
import { test } from '../../../testing/pageTest';
import { Marks } from './Marks';

test('over a message stands what was done with it, and nothing where nothing was', ({ page }) => {
  const { container, rerender } = page.show(<Marks starred pinned />);

  expect(container.textContent).toBe('Saved for laterPinned');
  rerender(<Marks starred={false} pinned />);
  expect(container.textContent).toBe('Pinned');
  rerender(<Marks starred={false} pinned={false} />);
  expect(container.firstChild).toBeNull();
});
