// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { Linked } from './Linked';

afterEach(cleanup);

const links = () =>
  screen.queryAllByRole('link').map((each) => [each.textContent, each.getAttribute('href')]);

test('bare addresses are links, and all words stay as they are', () => {
  const text = 'Look (https://a.test/x), or ask ann@a.test at README.md.';
  const { container } = render(<Linked text={text} found={undefined} />);
  expect(container.textContent).toBe(text);
  expect(links()).toEqual([
    ['https://a.test/x', 'https://a.test/x'],
    ['ann@a.test', 'mailto:ann@a.test'],
  ]);
});

test('what was looked for is marked beside the links, and without one nothing else changes', () => {
  const { container } = render(<Linked text="soup https://a.test soup" found={/(soup)/} />);
  expect([...container.querySelectorAll('mark')].map((each) => each.textContent)).toEqual([
    'soup',
    'soup',
  ]);
  cleanup();
  const { container: other } = render(<Linked text="soup @ noon" found={undefined} />);
  expect(other.textContent).toBe('soup @ noon');
  expect(links()).toEqual([]);
});
