import fc from 'fast-check';
import { expect, test } from 'vitest';
import { most, Reader } from '../../../testing/reader';

const step = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('scroll' as const),
      by: fc.integer({ min: -900, max: 500 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('older' as const),
      by: fc.integer({ min: 1, max: 50 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('newer' as const),
      by: fc.integer({ min: 1, max: 50 }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('append' as const), by: fc.constant(0) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('resize' as const),
      by: fc.integer({ min: 18, max: 900 }),
      at: fc.nat(500),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('remove' as const),
      by: fc.constant(0),
      at: fc.nat(500),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('away' as const), by: fc.constant(0) }) },
);

function hashOf(text: string, seed: number): number {
  return Array.from(text).reduce(
    (hash, letter) => (hash * 31 + letter.charCodeAt(0)) % 65_521,
    seed,
  );
}

test('whatever happens to its rows, a list stays where it is read', () => {
  let judged = 0;
  let trims = 0;
  fc.assert(
    fc.property(fc.array(step, { minLength: 20, maxLength: 60 }), fc.nat(1000), (steps, seed) => {
      const reader = new Reader((key) => 20 + (hashOf(key, seed) % 500));
      for (const { kind, by, ...rest } of steps) {
        const at = 'at' in rest ? rest.at : 0;
        const wasLive = reader.isLive;
        const [eye, ...others] = reader.seen;
        if (kind === 'scroll') reader.scroll(by);
        if (kind === 'older') reader.older(by);
        if (kind === 'newer') reader.newer(by);
        if (kind === 'append') reader.append();
        if (kind === 'resize') reader.resize(at, by);
        const gone = kind === 'remove' ? reader.remove(at) : undefined;
        if (kind === 'away') reader.away();

        expect(new Set(reader.keys).size).toBe(reader.keys.length);
        expect(reader.count).toBeLessThanOrEqual(most);
        if (kind === 'scroll') continue;
        expect(reader.isLive).toBe(wasLive);
        if (wasLive && kind === 'append') expect(reader.atEnd).toBe(true);
        const held = eye?.[0] === gone ? others[0] : eye;
        if (wasLive || held === undefined || reader.top <= 0 || reader.atEnd) continue;
        const now = reader.placeOf(held[0]);
        judged += 1;
        expect(Math.abs((now ?? Infinity) - held[1])).toBeLessThanOrEqual(1);
      }
      trims += reader.trims;
    }),
    { numRuns: 100 },
  );
  expect(judged).toBeGreaterThan(200);
  expect(trims).toBeGreaterThan(40);
}, 30_000);
