import { expect, test } from 'vitest';
import { LostDrafts, type LostDraft } from './lostDrafts';

const dayMs = 86_400_000;

function book() {
  const disk = new Map<string, LostDraft>();
  let now = 0;
  let ids = 0;
  const make = () =>
    new LostDrafts({
      disk: {
        all: () => Promise.resolve([...disk.values()]),
        save: (lost) => (disk.set(lost.id, lost), Promise.resolve()),
        erase: (id) => (disk.delete(id), Promise.resolve()),
      },
      now: () => now,
      newId: () => String((ids += 1)),
      tell: () => undefined,
    });
  return { disk, make, later: (ms: number) => (now += ms) };
}

test('what lost is there for seven days, also after a reload, and then nowhere', async () => {
  const { disk, make, later } = book();
  await make().keep('C1', 'theirs');
  later(6.9 * dayMs);
  const reloaded = make();
  await reloaded.read();
  expect(reloaded.store.getState()).toMatchObject([{ place: 'C1', text: 'theirs' }]);
  later(0.2 * dayMs);
  await reloaded.read();
  expect(reloaded.store.getState()).toEqual([]);
  expect(disk.size).toBe(0);
});

test('the same is kept once; what is dropped is gone', async () => {
  const { disk, make } = book();
  const lost = make();
  await lost.keep('C1', 'theirs');
  await lost.keep('C1', 'theirs');
  await lost.keep('C2', 'theirs');
  expect(lost.store.getState()).toHaveLength(2);
  await lost.drop('1');
  expect([...disk.values()].map(({ place }) => place)).toEqual(['C2']);
});
