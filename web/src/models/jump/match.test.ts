import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { matchScore } from '../ranking';
import { matchOf, namesOf, queryOf } from './match';

interface Named {
  query: string;
  name: string;
  matches: boolean;
}

/** Which names a query means; `ChannelDirectoryTest` reads it too. */
const file = '../../../../server/src/test/resources/names/matches.json';
const table = JSON.parse(readFileSync(new URL(file, import.meta.url), 'utf8')) as Named[];

test.each(table)('"$query" of "$name": $matches', ({ query, name, matches }) => {
  expect(matchOf(queryOf(query), namesOf([name])) > 0).toBe(matches);
});

test('letters near each other are found wherever their first one stands before', () => {
  expect(matchScore('mkt', ['team-marketing'])).toBe(25);
  expect(matchScore('mkt', ['m-a-r-k-e-t'])).toBe(0);
});
