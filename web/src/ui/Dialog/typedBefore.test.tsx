// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { TypedBefore, useTypedBefore } from './typedBefore';

afterEach(cleanup);

function Dialog({ label }: { label: string }) {
  return <input aria-label={label} defaultValue={useTypedBefore().text} />;
}

test('a dialog begins with the first line that was typed for it, the next one with nothing', () => {
  const typed = { current: 'boats\nmore' };
  const { rerender } = render(
    <TypedBefore value={typed}>
      <Dialog key="one" label="one" />
    </TypedBefore>,
  );
  expect(screen.getByLabelText<HTMLInputElement>('one').value).toBe('boats');

  rerender(
    <TypedBefore value={typed}>
      <Dialog key="two" label="two" />
    </TypedBefore>,
  );
  expect(screen.getByLabelText<HTMLInputElement>('two').value).toBe('');
});
