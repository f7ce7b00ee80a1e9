// @vitest-environment happy-dom
import { screen } from '@testing-library/react';
import { expect } from 'vitest';
import { test } from '../../../testing/pageTest';
import { Front } from './Front';

test('a page outside of a workspace says what it is for, in the tab too', ({ page }) => {
  const { rerender } = page.show(
    <Front title={'Sign in'} intro={'To acme.test'}>
      <button type="button">{'Go'}</button>
    </Front>,
  );

  const main = screen.getByRole('main');
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Sign in');
  for (const words of ['Parley', 'To acme.test', 'Go']) expect(main.textContent).toContain(words);
  expect(document.title).toBe('Sign in – Parley');
  rerender(<Front title={'Choose a workspace'}>{null}</Front>);
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Choose a workspace');
  expect(document.title).toBe('Choose a workspace – Parley');
  expect(main.textContent).not.toContain('To acme.test');
});
