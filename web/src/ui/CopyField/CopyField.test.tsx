// @vitest-environment happy-dom
import { screen } from '@testing-library/react';
import { afterEach, expect, vi } from 'vitest';
import { test } from '../../testing/pageTest';
import { CopyField } from './CopyField';

afterEach(() => void vi.unstubAllGlobals());

const field = () => screen.getByLabelText<HTMLInputElement>('Token');
const selected = () => [field().selectionStart, field().selectionEnd];

test('a value is copied, and that is said', async ({ page, user }) => {
  vi.stubGlobal('isSecureContext', true);
  page.show(<CopyField label="Token" value="xoxb-1" />);

  await user.click(screen.getByRole('button', { name: 'Copy Token' }));
  expect(await navigator.clipboard.readText()).toBe('xoxb-1');
  expect(await screen.findByRole('button', { name: 'Copied' })).toBeTruthy();
});

test('a value that wraps is read whole, and selected where pages may not copy', async ({
  page,
  user,
}) => {
  vi.stubGlobal('isSecureContext', false);
  page.show(<CopyField wraps label="Command" value="./parley serve" />);

  expect(screen.getByRole('textbox', { name: 'Command' }).textContent).toBe('./parley serve');
  await user.click(screen.getByRole('button', { name: 'Copy Command' }));
  expect(getSelection()?.toString()).toBe('./parley serve');
});

test('where pages may not copy it is selected, and nothing is said', async ({ page, user }) => {
  vi.stubGlobal('isSecureContext', false);
  page.show(<CopyField label="Token" value="xoxb-1" />);

  await user.click(screen.getByRole('button', { name: 'Copy Token' }));
  expect(selected()).toEqual([0, 6]);
  expect(screen.queryByRole('button', { name: 'Copied' })).toBeNull();
});
