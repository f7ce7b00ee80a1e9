// @vitest-environment happy-dom
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { Select } from './Select';

test('one of a few values is chosen by its text, in a field of its own', async () => {
  const told: string[] = [];
  const options = [
    { value: 'a', text: 'Alpha' },
    { value: 'b', text: 'Beta' },
  ];
  const onChange = ({ target }: { target: HTMLSelectElement }) => told.push(target.value);
  render(
    <>
      <Select label="First" options={options} value="a" onChange={onChange} />
      <Select label="Second" options={options} value="a" onChange={() => told.push('other')} />
    </>,
  );

  await userEvent.selectOptions(screen.getByLabelText('First'), 'Beta');
  expect(told).toEqual(['b']);
});
