import { expect, test } from 'vitest';
import type { Person } from '../protocol/generated';
import { roleOf, rolesToGive, wantedPeople } from './people';

const person = (name: string, given: Partial<Person> = {}): Person => ({
  ...{ id: `U-${name}`, name, real_name: name },
  ...given,
});
const zoe = person('Zoë', { rank: 'owner' });
const ann = person('Ann', { rank: 'admin' });
const bob = person('Bob');
const gone = person('Adam', { deleted: true, rank: 'owner' });
const app = person('Bot', { is_bot: true });
const people = [zoe, gone, bob, ann, app];
const names = (list: readonly Person[]) => list.map(({ name }) => name);

test('people are found by name and role, those who are gone last', () => {
  expect(names(wantedPeople({ people, query: '', role: 'all' }))).toEqual([
    ...['Ann', 'Bob', 'Bot', 'Zoë'],
    'Adam',
  ]);
  expect(names(wantedPeople({ people, query: 'zoe', role: 'all' }))).toEqual(['Zoë']);
  expect(names(wantedPeople({ people, query: '', role: 'owner' }))).toEqual(['Zoë']);
  expect(roleOf(gone)).toBe('deleted');
});

test('nobody gives a role above their own, or to somebody who is not below them', () => {
  expect(rolesToGive(ann, bob)).toEqual(['admin', 'member', 'guest']);
  expect(rolesToGive(ann, zoe)).toEqual([]);
  expect(rolesToGive(zoe, ann)).toContain('owner');
  expect(rolesToGive(zoe, zoe)).toEqual([]);
  expect(rolesToGive(bob, ann)).toEqual([]);
  expect(rolesToGive(zoe, app)).toEqual([]);
});
