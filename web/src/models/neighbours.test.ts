import { expect, test } from 'vitest';
import { neighbourOf } from './neighbours';
import type { SidebarRow } from './sidebar';

const row = (id: string, unread = false) => ({ id, unread }) as SidebarRow;
const rows = [row('A', true), row('B'), row('C'), row('D', true)];

test('the next and the one before, which end at the ends', () => {
  expect(neighbourOf(rows, 'B', 1)?.id).toBe('C');
  expect(neighbourOf(rows, 'B', -1)?.id).toBe('A');
  expect(neighbourOf(rows, 'D', 1)).toBeUndefined();
  expect(neighbourOf(rows, undefined, 1)?.id).toBe('A');
  expect(neighbourOf(rows, undefined, -1)?.id).toBe('D');
});

test('the next unread goes on at the other end, and is never the open one', () => {
  expect(neighbourOf(rows, 'B', 1, true)?.id).toBe('D');
  expect(neighbourOf(rows, 'D', 1, true)?.id).toBe('A');
  expect(neighbourOf(rows, 'B', -1, true)?.id).toBe('A');
  expect(neighbourOf(rows, 'A', -1, true)?.id).toBe('D');
  expect(neighbourOf([row('A', true)], 'A', 1, true)).toBeUndefined();
  expect(neighbourOf(rows, undefined, 1, true)?.id).toBe('A');
});
