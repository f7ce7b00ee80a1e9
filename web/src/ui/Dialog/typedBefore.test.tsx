// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react';
import { useInsertionEffect, type RefObject } from 'react';
import { afterEach, expect, test } from 'vitest';
import { TypedBefore, useTyped } from './typedBefore';

afterEach(cleanup);

function Dialog({ label }: { label: string }) {
  const [typed, type, entered] = useTyped();
  return (
    <input
      aria-label={label}
      data-entered={entered}
      value={typed}
      onChange={(event) => type(event.target.value)}
    />
  );
}

const field = (label: string) => screen.getByLabelText<HTMLInputElement>(label);

test('a dialog begins with the first line that was typed for it, the next one with nothing', () => {
  const typed = { current: 'boats\nmore' };
  const { rerender } = render(
    <TypedBefore value={typed}>
      <Dialog key="one" label="one" />
    </TypedBefore>,
  );
  expect(field('one').value).toBe('boats');
  expect(field('one').dataset.entered).toBe('true');

  rerender(
    <TypedBefore value={typed}>
      <Dialog key="two" label="two" />
    </TypedBefore>,
  );
  expect(field('two').value).toBe('');
  expect(field('two').dataset.entered).toBe('false');
});

/** Between the drawing of a dialog and its being shown. */
function Meanwhile({ typed }: { typed: RefObject<string> }) {
  useInsertionEffect(() => {
    typed.current += 'nd\n';
  }, [typed]);
  return null;
}

test('what is typed while it is drawn, but not shown yet, is not lost', () => {
  const typed = { current: 'ra' };
  render(
    <TypedBefore value={typed}>
      <Dialog label="one" />
      <Meanwhile typed={typed} />
    </TypedBefore>,
  );
  expect(field('one').value).toBe('rand');
  expect(field('one').dataset.entered).toBe('true');
});
