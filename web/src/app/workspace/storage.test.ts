import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { openCache } from '../../cache/schema';
import type { Send } from '../../outbox/queue';
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
