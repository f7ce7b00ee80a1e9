import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { compareTitles } from './titles';

/** Names in their order, those that are equally good together; `ChannelDirectoryTest` reads it too. */
const file = '../../../server/src/test/resources/names/order.json';
const groups = JSON.parse(readFileSync(new URL(file, import.meta.url), 'utf8')) as string[][];
const places = groups.flatMap((names, place) => names.map((name) => ({ name, place })));

test.each(places)('$name stands where the server has it', ({ name, place }) => {
  for (const other of places) {
    const expected = Math.sign(place - other.place);
    expect(Math.sign(compareTitles(name, other.name)), other.name).toBe(expected);
  }
});
