import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { expect, test, vi } from 'vitest';
import { wipeCache } from '../../cache/wipe';
import { cacheName, openCache, type CacheSchema } from '../../cache/schema';
import type { Send } from '../../outbox/queue';
import type { Draft } from '../../richtext/draft';
import { acme, alice, conversation } from '../../testing/builders';
import { openStorage } from './storage';

test('what is written when the workspace is closed already is told to nobody, and breaks nothing', async () => {
  const parts = { user: alice.id, team: acme, now: () => 0, newId: () => 'one' };
  const storage = await openStorage(parts);
  storage.tell('drafts');
  await storage.close('all', () => false);

  expect(() => storage.tell('drafts')).not.toThrow();
});

test('of a session that was ended only what was written and is nowhere else stays, and leaves by nobody', async () => {
  const cache = await openCache(alice.id, acme.id);
  const record = { position: 1, conversation: conversation({ id: 'C1' }), pages: undefined };
  await cache.put('conversations', record as never, 'C1');
  await cache.put('jump', { visits: {}, picks: {} }, 'jump');
  const send = (id: string, more: Partial<Send>) =>
    cache.put('outbox', { id, channel: 'C1', text: id, createdMs: 1, ...more } as Send, id);
  await send('waits', { state: 'queued' });
  await send('refused', { state: 'failed', reason: 'not_in_channel' });
  await cache.put('drafts', { text: 'told', mentions: [] }, 'C1');
  await cache.put('drafts', { text: 'not told', mentions: [] }, 'C2');
  cache.close();
  const parts = { user: alice.id, team: acme, now: () => 0, newId: () => 'one' };
  const ended = await openStorage(parts);
  await ended.lost.save({ id: 'L1', place: 'C1', text: 'gave way', atMs: 0 });
  await ended.close('unsaid', (place) => place === 'C1');

  const left = await openCache(alice.id, acme.id);
  expect(await left.count('conversations')).toBe(0);
  expect(await left.count('jump')).toBe(0);
  left.close();
  const back = await openStorage(parts);
  const sends = await back.outbox.all();
  expect(sends.map(({ id, state, reason }) => [id, state, reason]).sort()).toEqual([
    ['refused', 'failed', 'not_in_channel'],
    ['waits', 'failed', 'session_ended'],
  ]);
  expect(Object.keys(await back.drafts.all())).toEqual(['C2']);
  expect(await back.lost.all()).toHaveLength(1);
  await back.close('nothing', () => false);
  const gone = await openCache(alice.id, acme.id);
  expect(await gone.count('outbox')).toBe(0);
  gone.close();
});

const parts = { user: alice.id, team: acme, now: () => 0, newId: () => 'one' };
const never = () => false;

/** What waits, and what was begun, as whoever signs in again finds it. */
async function leftOver(): Promise<unknown[]> {
  const back = await openStorage(parts);
  const [sends, drafts] = [await back.outbox.all(), await back.drafts.all()];
  await back.close('nothing', never);
  return [sends.map(({ id, state }) => [id, state]), drafts];
}

async function twoTabs() {
  const [one, two] = [await openStorage(parts), await openStorage(parts)];
  await two.outbox.save({ id: 'S1', channel: 'C1', text: 'x', state: 'queued' } as Send);
  await one.drafts.save('C1', { text: 'newer', mentions: [] });
  await one.drafts.save('C2', { text: 'as told', mentions: [] });
  return { one, two };
}

test('two tabs whose session was ended leave what either wrote, once', async () => {
  const { one, two } = await twoTabs();
  // The other one has not read yet what was written here last.
  const isTold = (place: string, { text }: Draft) =>
    text === (place === 'C1' ? 'older' : 'as told');
  const both = [two.close('unsaid', isTold), one.close('unsaid', never)];
  expect(await Promise.all(both)).toEqual([true, true]);

  expect(await leftOver()).toEqual([[['S1', 'failed']], { C1: { text: 'newer', mentions: [] } }]);
});

test.each([
  ['nothing', 'nothing'],
  ['nothing', 'unsaid'],
  ['unsaid', 'nothing'],
] as const)('of two tabs that leave %s and %s nothing stays', async (first, second) => {
  const { one, two } = await twoTabs();
  await Promise.all([one.close(first, never), two.close(second, never)]);

  expect(await leftOver()).toEqual([[], {}]);
});

test('a tab that is asleep holds up nothing but that an empty database goes', async () => {
  const { one, two } = await twoTabs();
  await two.close('all', never);
  const asleep = await openDB<CacheSchema>(cacheName(alice.id, acme.id));
  const leaving = one.close('nothing', never);

  await vi.waitFor(async () => expect(await asleep.count('drafts')).toBe(0));
  expect(await asleep.count('outbox')).toBe(0);
  expect(await databases()).toEqual([cacheName(alice.id, acme.id)]);
  asleep.close();
  await leaving;
  expect(await databases()).toEqual([]);
});

test('whoever signs in again meanwhile waits for no tab that is asleep', async () => {
  const asleep = await openDB(cacheName(alice.id, acme.id));
  const wiping = wipeCache(alice.id, acme.id);
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const opening = openStorage(parts);
  await vi.advanceTimersByTimeAsync(5000);
  vi.useRealTimers();

  expect(await (await opening).drafts.all()).toEqual({});
  asleep.close();
  await wiping;
  // Nor does it hold up others when the disk is there again.
  await vi.waitFor(async () => expect(await databases()).toHaveLength(1));
  await wipeCache(alice.id, acme.id);
  expect(await databases()).toEqual([]);
});

const databases = async () => (await indexedDB.databases()).map(({ name }) => name);
