import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { emojiNames, serversFile, slimmed } from './emoji.ts';

const kept = readFileSync(serversFile, 'utf8');

test('standard emoji are known to the server by the names that the page has (npm run emoji)', () => {
  expect(kept === emojiNames()).toBe(true);
});

test('emoji of the page are all known to the server, with their skin tones', () => {
  const toned = new Map<string, boolean>();
  for (const line of kept.trimEnd().split('\n')) {
    const names = line.replace(/ ::$/, '').split(' ');
    for (const name of names) toned.set(name, line.endsWith(' ::'));
  }
  expect(toned.size).toBeGreaterThan(1900);
  for (const { emoji } of slimmed()) {
    for (const [, names, , takesTones] of emoji) {
      for (const name of String(names).split(' ')) {
        expect(toned.has(name), name).toBe(true);
        if (takesTones === 1) expect(toned.get(name), name).toBe(true);
      }
    }
  }
});
