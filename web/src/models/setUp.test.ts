import { expect, test } from 'vitest';
import { fieldOfRefusal, wrongFields, type SetUpForm } from './setUp';

const right: SetUpForm = {
  company: 'Acme',
  slug: 'acme',
  name: 'Alice',
  email: 'alice@acme.test',
  password: 'ten.letters',
};

test('a form that is right has no wrong field', () => {
  expect([...wrongFields(right)]).toEqual([]);
});

test.each([
  ['company', ' '],
  ['slug', 'No Spaces'],
  ['name', ''],
  ['email', 'alice'],
  ['password', 'nine chars'.slice(1)],
  ['password', '😀😀😀😀😀'],
] as const)('%s is wrong as "%s"', (field, value) => {
  expect([...wrongFields({ ...right, [field]: value })]).toEqual([field]);
});

test.each([
  ['slug_taken', 'slug'],
  ['invalid_email', 'email'],
  ['weak_password', 'password'],
  ['already_set_up', undefined],
])('%s is about %s', (code, field) => {
  expect(fieldOfRefusal(code)).toBe(field);
});
