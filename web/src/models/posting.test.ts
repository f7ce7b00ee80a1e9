import { expect, test } from 'vitest';
import type { Conversation, Person } from '../protocol/generated';
import { alice, conversation } from '../testing/builders';
import { postingBar } from './posting';

type Type = 'owner' | 'admin' | 'ra';

const restricted = (type: Type, user: string[] = []): Conversation => ({
  ...conversation(),
  properties: { posting_restricted_to: { type: [type], user } },
});

const ranked = (rank?: Person['rank']): Person => (rank === undefined ? alice : { ...alice, rank });

test.each<[Type, Person['rank'], boolean]>([
  ['owner', 'owner', true],
  ['owner', 'admin', false],
  ['admin', 'owner', true],
  ['admin', 'admin', true],
  ['admin', undefined, false],
  ['ra', undefined, true],
  ['ra', 'guest', false],
])('where %s may post, somebody who is %s: %s', (type, rank, may) => {
  expect(postingBar(restricted(type), ranked(rank))).toBe(may ? undefined : type);
});

test('people who are named may post whatever they are', () => {
  expect(postingBar(restricted('owner', [alice.id]), ranked('guest'))).toBeUndefined();
});

test('everybody may post where nothing is said', () => {
  expect(postingBar(conversation(), ranked('guest'))).toBeUndefined();
});
