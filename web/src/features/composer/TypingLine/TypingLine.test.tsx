// @vitest-environment happy-dom
import { act } from '@testing-library/react';
import { expect } from 'vitest';
import { test } from '../../../testing/pageTest';
import { TypingLine } from './TypingLine';

test.for([
  [0, ''],
  [1, 'A is typing…'],
  [2, 'A and B are typing…'],
  [3, 'A, B and C are typing…'],
  [4, 'Several people are typing…'],
] as const)('of %i who type three are named', ([count, words], { page }) => {
  const names = ['A', 'B', 'C', 'D'].slice(0, count);
  act(() =>
    page.workspace.store.setState({
      people: Object.fromEntries(
        names.map((name) => [`U${name}`, { id: `U${name}`, name, real_name: name }]),
      ),
      typing: { C1: Object.fromEntries(names.map((name) => [`U${name}`, 1])) },
    }),
  );
  const { container } = page.show(<TypingLine channel="C1" />);

  expect(container.textContent).toBe(words);
});
