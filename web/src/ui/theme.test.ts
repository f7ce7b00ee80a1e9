// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { usual } from '../models/preferences';
import { showLook } from './theme';

test('all of the page knows how wide the sidebar is, and whether it is there', () => {
  const { dataset, style } = document.documentElement;

  showLook({ ...usual, sidebarWidth: 320 });
  expect(style.getPropertyValue('--w-sidebar')).toBe('320px');
  expect(dataset.sidebar).toBe('shown');
  showLook({ ...usual, sidebarHidden: true });
  expect(dataset.sidebar).toBe('hidden');
});
