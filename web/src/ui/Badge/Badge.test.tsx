// @vitest-environment happy-dom
import { expect } from 'vitest';
import { test } from '../../testing/pageTest';
import { Badge } from './Badge';

test.for([
  [99, '99'],
  [100, '99+'],
] as const)('%i is written %s', ([count, text], { page }) => {
  expect(page.show(<Badge count={count} />).container.textContent).toBe(text);
});
