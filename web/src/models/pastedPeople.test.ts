import { expect, test } from 'vitest';
import type { Person } from '../protocol/generated';
import { mailOf, pastedEntries, personNamed } from './pastedPeople';

const person = (id: string, name: string, real_name: string, deleted = false): Person =>
  ({ id, name, real_name, display_name: '', deleted }) as unknown as Person;

const people = [
  person('U1', 'ben', 'Ben Ode'),
  person('U2', 'cai', 'Cai Li'),
  person('U3', 'cai2', 'Cai Li'),
  person('U4', 'gone', 'Gone Away', true),
];

test('a list has more than one entry, each once, however it is separated', () => {
  expect(pastedEntries('ben, cai;\n@dee\tben\n\n')).toEqual(['ben', 'cai', '@dee']);
  expect(pastedEntries('Ben Ode')).toEqual([]);
  expect(pastedEntries(' , ;\n')).toEqual([]);
});

test.each([
  ['ben@acme.test', 'ben@acme.test'],
  ['Ben Ode <ben@acme.test>', 'ben@acme.test'],
  ['@ben', undefined],
  ['a@b@c.test', undefined],
  ['ben@acme', undefined],
])('the address of %s is %s', (entry, mail) => {
  expect(mailOf(entry)).toBe(mail);
});

test.each([
  ['@ben', 'U1'],
  ['BEN', 'U1'],
  ['ben ode', 'U1'],
  ['Cai Li', undefined],
  ['cai2', 'U3'],
  ['gone', undefined],
  ['nobody', undefined],
])('%s names %s', (entry, id) => {
  expect(personNamed(entry, people)?.id).toBe(id);
});
