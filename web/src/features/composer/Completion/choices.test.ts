import { expect, test } from 'vitest';
import type { Usergroup } from '../../../protocol/generated';
import { alice, bob } from '../../../testing/builders';
import { choicesOf, type Known } from './choices';

const group = (id: string, handle: string, name: string, date_delete = 0) =>
  ({ id, handle, name, date_delete, users: [] }) as unknown as Usergroup;

const known: Known = {
  people: { [alice.id]: alice, [bob.id]: bob },
  conversations: {},
  table: undefined,
  pictures: new Map(),
  groups: {
    S1: group('S1', 'bobsleigh', 'Bobsleigh crew'),
    S2: group('S2', 'ops', 'On call'),
    S3: group('S3', 'bob-old', 'Bob and others', 1),
  },
  favourites: [],
  recent: new Set(),
};

const labels = (query: string) => choicesOf({ sign: '@', query }, known).map(({ label }) => label);

test('people come before groups; groups out of use are not offered', () => {
  expect(labels('bob').slice(1)).toEqual(['bobsleigh']);
  expect(labels('on call')).toEqual(['ops']);
  expect(labels('').some((label) => label === 'ops')).toBe(false);
});

test('a group is mentioned by its id and shown by its handle', () => {
  const [choice] = choicesOf({ sign: '@', query: 'ops' }, known);
  expect(choice?.leaf).toEqual({ kind: 'group', group: 'S2', label: '@ops' });
  expect(choice?.note).toBe('On call');
});
