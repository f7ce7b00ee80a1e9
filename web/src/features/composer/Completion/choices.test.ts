import { expect, test } from 'vitest';
import type { Person, Usergroup } from '../../../protocol/generated';
import { alice, bob } from '../../../testing/builders';
import { choicesOf, type Known } from './choices';

const group = (id: string, handle: string, name: string, date_delete = 0) =>
  ({ id, handle, name, date_delete, users: [] }) as unknown as Usergroup;

const known: Known = {
  people: { [alice.id]: alice, [bob.id]: bob },
  conversations: {},
  others: [],
  table: undefined,
  pictures: new Map(),
  groups: {
    S1: group('S1', 'bobsleigh', 'Bobsleigh crew'),
    S2: group('S2', 'ops', 'On call'),
    S3: group('S3', 'bob-old', 'Bob and others', 1),
  },
  favourites: [],
  tone: 'none',
  recent: new Set(),
  isMember: undefined,
  familiar: () => 0,
};

const labels = (query: string) => choicesOf({ sign: '@', query }, known).map(({ label }) => label);

test('people come before groups; groups out of use are not offered', () => {
  expect(labels('bob').slice(1)).toEqual(['bobsleigh']);
  expect(labels('on call')).toEqual(['ops']);
  expect(labels('').some((label) => label === 'ops')).toBe(false);
});

test('a group is mentioned by its id and shown by its handle', () => {
  const [choice] = choicesOf({ sign: '@', query: 'ops' }, known);
  expect(choice?.puts).toEqual({ kind: 'group', group: 'S2', label: '@ops' });
  expect(choice?.note).toBe('On call');
});

const person = (id: string, name: string): Person => ({ id, name, real_name: name });
const others: Known = {
  people: Object.fromEntries(
    ['ann', 'anna', 'anton', 'hanna'].map((name, at) => [`U${at}`, person(`U${at}`, name)]),
  ),
  conversations: {},
  others: [],
  table: undefined,
  pictures: new Map(),
  groups: {},
  favourites: [],
  tone: 'none',
  recent: new Set(),
  isMember: undefined,
  familiar: () => 0,
};
const namesOf = (query: string, more: Partial<Known> = {}) =>
  choicesOf({ sign: '@', query }, { ...others, ...more }).map(({ label }) => label);

test('who spoke here, who is here and whom one writes to come before others', () => {
  expect(namesOf('an')).toEqual(['ann', 'anna', 'anton', 'hanna']);
  expect(namesOf('an', { recent: new Set(['U2']) })).toEqual(['anton', 'ann', 'anna', 'hanna']);
  expect(namesOf('an', { familiar: (user) => (user === 'U1' ? 1 : 0) })[0]).toBe('anna');
});

test('who is not here is marked and stands below, however well the name fits', () => {
  const isMember = (user: string) => user === 'U3';
  const choices = choicesOf({ sign: '@', query: 'ann' }, { ...others, isMember });
  expect(choices.map(({ label, outside }) => [label, outside])).toEqual([
    ['hanna', false],
    ['ann', true],
    ['anna', true],
    ['anton', true],
  ]);
});

test('as long as it is not known who is here nobody is marked', () => {
  const choices = choicesOf({ sign: '@', query: 'ann' }, { ...others, isMember: () => undefined });
  expect(choices.some(({ outside }) => outside)).toBe(false);
});

test('emoji of people have the skin tone that is preferred', () => {
  const wave = { glyph: '👋', names: ['wave'], words: '', toned: true };
  const waves = { glyph: '🌊', names: ['waves'], words: '', toned: false };
  const table = {
    groups: [{ key: 'all', emoji: [wave, waves] }],
    byName: new Map([wave, waves].map((each) => [each.names[0] ?? '', each])),
  };
  const choices = choicesOf({ sign: ':', query: 'wave' }, { ...others, table, tone: '4' });
  expect(choices.map(({ sign, puts }) => [sign, puts])).toEqual([
    ['👋🏽', { kind: 'emoji', name: 'wave::skin-tone-4' }],
    ['🌊', { kind: 'emoji', name: 'waves' }],
  ]);
});
