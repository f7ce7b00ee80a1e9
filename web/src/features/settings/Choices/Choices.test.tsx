// @vitest-environment happy-dom
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { expect, test } from 'vitest';
import { Choices } from './Choices';

function Held({ label }: { label: string }) {
  const [value, setValue] = useState<'a' | 'b'>('a');
  const textOf = (each: string) => `${label} ${each}`;
  return <Choices values={['a', 'b']} onChange={setValue} {...{ label, value, textOf }} />;
}

test('a choice of one set leaves the other alone', async () => {
  render(
    <>
      <Held label="First" />
      <Held label="Second" />
    </>,
  );
  const chosen = () =>
    screen
      .getAllByRole('radio', { checked: true })
      .map((each) => each.closest('label')?.textContent);

  await userEvent.click(screen.getByLabelText('Second b'));
  expect(chosen()).toEqual(['First a', 'Second b']);
  expect(screen.getByRole('group', { name: 'First' })).toBeTruthy();
});
