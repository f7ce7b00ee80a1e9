// @vitest-environment happy-dom
import { readFileSync } from 'node:fs';
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { MessageSkeleton, SidebarSkeleton } from './Skeleton';
import styles from './Skeleton.module.css';

afterEach(cleanup);

const count = (container: Element, name: string | undefined) =>
  container.getElementsByClassName(name ?? 'none').length;

test('bars say nothing to a screen reader and take no focus', () => {
  const { container } = render(
    <>
      <MessageSkeleton />
      <SidebarSkeleton />
    </>,
  );
  expect([...container.children].map((each) => each.getAttribute('aria-hidden'))).toEqual([
    'true',
    'true',
  ]);
  expect(container.textContent).toBe('');
  expect(screen.queryAllByRole('img')).toEqual([]);
  expect(container.querySelectorAll('[tabindex], a, button')).toHaveLength(0);
});

test('each message has a face, a name and words; the list has twelve bars', () => {
  const messages = render(<MessageSkeleton />).container;
  const faces = count(messages, styles.face);
  expect(faces).toBeGreaterThan(4);
  expect(count(messages, styles.name)).toBe(faces);
  expect(count(messages, styles.line)).toBe(2 * faces);
  expect(count(render(<SidebarSkeleton />).container, styles.line)).toBe(12);
});

test('bars are as long as words are, as high as rows are, and do not shimmer', () => {
  const css = readFileSync('src/ui/Skeleton/Skeleton.module.css', 'utf8');
  const lengths = [...css.matchAll(/inline-size: (\d+)%/g)].map(([, share]) => Number(share));

  expect(lengths).toEqual([20, 85, 60, 40]);
  expect(css).toMatch(/\.face \{[^}]*block-size: var\(--avatar\)/);
  expect(css).toMatch(/pulse 1\.2s/);
  expect(css).not.toMatch(/gradient|translate/);
});
