// @vitest-environment happy-dom
import { cleanup, screen } from '@testing-library/react';
import { expect, vi } from 'vitest';
import { test } from '../../testing/pageTest';
import { CodeBlock } from './CodeBlock';

const linesOf = (count: number, word: string) =>
  Array.from({ length: count }, (_, at) => `${word} ${at + 1}`).join('\n');

const code = () => document.querySelector('code')?.textContent;

test('long code is unfolded and folded again, and comes back as it was left', async ({
  page,
  user,
}) => {
  const text = linesOf(30, 'step');
  page.show(<CodeBlock text={text} language="text" />);
  expect(screen.getByText('text')).toBeTruthy();
  expect(code()).toBe(linesOf(24, 'step'));
  await user.click(screen.getByRole('button', { name: 'Show all 30 lines' }));
  expect(code()).toBe(text);

  cleanup();
  page.show(<CodeBlock text={text} />);
  expect(code()).toBe(text);
  await user.click(screen.getByRole('button', { name: 'Show fewer lines' }));
  expect(code()).toBe(linesOf(24, 'step'));
});

test('what is copied is the whole, and for a moment that is said', async ({ page, user }) => {
  const text = linesOf(25, 'line');
  page.show(<CodeBlock text={text} />);

  await user.click(screen.getByRole('button', { name: 'Copy code' }));
  expect(await navigator.clipboard.readText()).toBe(text);
  expect(await screen.findByRole('button', { name: 'Copied' })).toBeTruthy();
  const again = { timeout: 5000 };
  expect(await screen.findByRole('button', { name: 'Copy code' }, again)).toBeTruthy();
});

test('where pages may not copy, nothing offers to', ({ page }) => {
  vi.spyOn(navigator, 'clipboard', 'get').mockReturnValue(undefined as unknown as Clipboard);
  page.show(<CodeBlock text="make" />);
  expect(code()).toBe('make');
  expect(screen.queryByRole('button')).toBeNull();
});

test('the Tab key stops at code that is wider than its place, and nowhere else in it', async ({
  page,
  user,
}) => {
  page.show(<CodeBlock text="narrow" />);
  await user.tab();
  expect(document.activeElement).toBe(document.body);
  cleanup();

  vi.spyOn(Element.prototype, 'scrollWidth', 'get').mockReturnValue(900);
  page.show(<CodeBlock text="wide" />);
  await user.tab();
  expect(document.activeElement?.textContent).toBe('wide');
});
