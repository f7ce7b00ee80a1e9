import { bench, describe } from 'vitest';
import type { Conversation, Person } from '../../protocol/generated';
import { conversation } from '../../testing/builders';
import { noMemory } from './memory';
import { offered, rank } from './rank';
import { targetsOf } from './targets';

const words = ['team', 'ops', 'launch', 'design', 'sales', 'garden', 'review', 'alpha', 'north'];
const word = (at: number) => words[at % words.length] ?? '';
const conversations: Record<string, Conversation> = {};
for (let at = 0; at < 2000; at += 1) {
  const name = `${word(at)}-${word(at * 7 + 3)}-${at}`;
  conversations[`C${at}`] = conversation({ id: `C${at}`, name });
}
const people: Record<string, Person> = {};
for (let at = 0; at < 10_000; at += 1) {
  const real_name = `${word(at)}${at} ${word(at * 5 + 1)}son`;
  people[`U${at}`] = { id: `U${at}`, name: `user${at}`, real_name };
}
const input = { self: 'U0', conversations, people, ops: [], others: [], places: [] };
const make = () => targetsOf({ ...input, titleOf: ({ name = '' }) => name });
const targets = make();
const asked = { targets, memory: noMemory, now: 0, limit: 24 };

/** 2,000 channels and 10,000 people: a key is to be answered within 16 ms (client.md 1). */
describe('jump', () => {
  bench('the list of targets, names folded before', () => void make());
  for (const query of ['d', 'de', 'launch t', 'gnsn', 'zzz']) {
    bench(`a key: ${query}`, () => void rank(query, asked));
  }
  bench('nothing typed', () => void offered(asked, 'C1'));
});
