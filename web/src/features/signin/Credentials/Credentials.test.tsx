// @vitest-environment happy-dom
import { screen } from '@testing-library/react';
import { useState } from 'react';
import { expect } from 'vitest';
import { test } from '../../../testing/pageTest';
import { Credentials } from './Credentials';

function Held({ autoFocus = false }) {
  const [email, onEmail] = useState('');
  const [password, onPassword] = useState('');
  return <Credentials {...{ email, password, onEmail, onPassword, autoFocus }} />;
}

const field = (name: string) => screen.getByLabelText<HTMLInputElement>(name);

test('one writes at once, and nobody reads the password unless it is asked for', async ({
  page,
  user,
}) => {
  page.show(<Held autoFocus />);

  await user.keyboard('ann@acme.test{Tab}secret');
  expect([field('Mail').value, field('Password').value]).toEqual(['ann@acme.test', 'secret']);
  expect(field('Password').type).toBe('password');
  await user.click(screen.getByRole('button', { name: 'Show password' }));
  expect(field('Password').type).toBe('text');
});

test('password managers know the fields; the focus stays where it is unless it is asked for', ({
  page,
}) => {
  page.show(<Held />);

  const known = ['Mail', 'Password'].map((name) => field(name).autocomplete);
  expect(known).toEqual(['username', 'current-password']);
  expect(document.activeElement).toBe(document.body);
});
