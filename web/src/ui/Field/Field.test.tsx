// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { newLanguage, Texts } from '../../i18n/Texts';
import '../../i18n/enSignIn';
import { Select } from '../Select/Select';
import { Field } from './Field';

afterEach(cleanup);

const show = (ui: React.ReactElement) =>
  render(<Texts language={newLanguage('en', null)}>{ui}</Texts>);

test('a field is described by its hint, or by what is wrong in its place', () => {
  const told = (field: HTMLElement) =>
    document.getElementById(field.getAttribute('aria-describedby') ?? '')?.textContent;
  const { rerender } = show(<Field label="Name" hint="Small letters." />);
  const field = () => screen.getByLabelText('Name');
  expect(told(field())).toBe('Small letters.');
  expect(field().getAttribute('aria-invalid')).toBe('false');
  rerender(
    <Texts language={newLanguage('en', null)}>
      <Field label="Name" hint="Small letters." error="That is taken." />
    </Texts>,
  );
  expect(told(field())).toBe('That is taken.');
  expect(field().getAttribute('aria-invalid')).toBe('true');
});

test('a password is shown and hidden again', async () => {
  const user = userEvent.setup();
  show(<Field label="Password" type="password" />);
  const field = screen.getByLabelText<HTMLInputElement>('Password');
  expect(field.type).toBe('password');
  await user.click(screen.getByRole('button', { name: 'Show password' }));
  expect(field.type).toBe('text');
  await user.click(screen.getByRole('button', { name: 'Hide password' }));
  expect(field.type).toBe('password');
});

test('one of some options is chosen', async () => {
  const user = userEvent.setup();
  const told: string[] = [];
  const options = [
    { value: 'a', text: 'By name' },
    { value: 'b', text: 'Newest first' },
  ];
  const onChange = ({ target }: { target: HTMLSelectElement }) => told.push(target.value);
  show(<Select label="Sort" value="a" options={options} onChange={onChange} />);
  await user.selectOptions(screen.getByLabelText('Sort'), 'Newest first');
  expect(told).toEqual(['b']);
});
