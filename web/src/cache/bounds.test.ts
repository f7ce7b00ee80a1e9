import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { openDB } from 'idb';
import { beforeEach, expect, test } from 'vitest';
import type { Person } from '../protocol/generated';
import { takeAnswer } from '../store/answers';
import { apply } from '../store/apply';
import type { WorkspaceState } from '../store/state';
import { acme, alice, bob, booted, conversation, message, tsOf } from '../testing/builders';
import { loadCache, readMessages } from './loader';
import { changedLists } from './people';
import { cacheName, openCache } from './schema';
import { CacheWriter } from './writer';

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

const ids = ['C1', 'C2', 'C3', 'C4', 'C5'];

/** Five channels of which ten messages each are known. */
function fiveChannels(): WorkspaceState {
  const channels = ids.map((id) => conversation({ id, name: id.toLowerCase() }));
  return ids.reduce((state, channel) => withMessages(state, channel, 10), booted(...channels));
}

function withMessages(state: WorkspaceState, channel: string, count: number): WorkspaceState {
  const messages = Array.from({ length: count }, (_, at) =>
    message({ ts: tsOf(at + 1), text: `${channel} ${at}`, number: at + 1 }),
  );
  const ends = { has_more_before: false, has_more_after: false, position: 0 };
  const answer = { messages, ...ends, users: [] };
  return takeAnswer(state, { type: 'page', channel, answer }, 0).state;
}

const seen = new Map(ids.map((id, at) => [id, at]));

test('of too many messages those go from the disk that were not seen for longest', async () => {
  const cache = await openCache(alice.id, acme.id);
  const writer = new CacheWriter(cache, 'page', undefined, { messages: 32, bytes: 1_000_000 });
  const again = new Map([...seen, ['C1', 9]]);
  await writer.write(fiveChannels(), again);

  expect(await cache.getAllKeys('pages')).toEqual(['C1', 'C4', 'C5']);
  expect((await cache.getAll('conversations')).map(({ pages }) => pages?.count)).toEqual([
    10,
    undefined,
    undefined,
    10,
    10,
  ]);
  expect([...writer.shelf.keys()]).toEqual(['C1', 'C4', 'C5']);
});

test('of too many bytes as well', async () => {
  const cache = await openCache(alice.id, acme.id);
  const whole = new CacheWriter(cache, 'page');
  await whole.write(fiveChannels(), seen);
  const bytes = [...whole.shelf.values()].reduce((sum, { size }) => sum + size, 0);
  expect(bytes).toBeGreaterThan(5000);

  const writer = new CacheWriter(cache, 'other', undefined, { messages: 1000, bytes: bytes - 1 });
  await writer.write(fiveChannels(), seen);

  expect(await cache.getAllKeys('pages')).toEqual(['C2', 'C3', 'C4', 'C5']);
});

test('a start reads the messages of one conversation, those of others when they are opened', async () => {
  const cache = await openCache(alice.id, acme.id);
  await new CacheWriter(cache, 'page').write(fiveChannels(), seen);

  const found = await loadCache(cache, 'C2');

  const { histories, conversations } = found!.state;
  expect(Object.keys(conversations)).toEqual(ids);
  const read = Object.entries(histories).filter(([, { segments }]) => segments.length > 0);
  expect(read.map(([id]) => id)).toEqual(['C2']);
  const { segments } = (await readMessages(cache, 'C4', 1))!;
  expect(segments[0]!.messages.map(({ text }) => text)).toContain('C4 9');
  expect(await readMessages(cache, 'C4', 2)).toBeUndefined();
});

test('a page that starts from the disk writes what changes, and nothing else', async () => {
  const cache = await openCache(alice.id, acme.id);
  await new CacheWriter(cache, 'page').write(fiveChannels(), seen);
  const found = (await loadCache(cache, undefined))!;
  const writer = new CacheWriter(cache, 'next', found);
  await cache.put('people', [], 5); // A mark that stays as long as people are not written again.

  const posted = { ...message({ ts: tsOf(20), number: 20 }), channel: 'C3' };
  const frame = { type: 'event', stream: 'C3', offset: 1, prev: 0, event: posted } as const;
  await writer.write(apply(found.state, frame, 0).state, new Map());

  expect(await cache.get('people', 5)).toEqual([]);
  const { segments, position } = (await readMessages(cache, 'C3', 1))!;
  expect(position).toBe(1);
  expect(segments[0]!.messages.at(-1)?.ts).toBe(tsOf(20));
  expect(await cache.getAllKeys('pages')).toEqual(ids);
});

test('where another page wrote since, everything is written again', async () => {
  const cache = await openCache(alice.id, acme.id);
  const writer = new CacheWriter(cache, 'one');
  await writer.write(fiveChannels(), seen);
  const fewer = booted(conversation({ id: 'C1' }), conversation({ id: 'C9' }));
  await new CacheWriter(cache, 'two').write(fewer, seen);

  await writer.write(fiveChannels(), seen);

  const { state } = (await loadCache(cache, undefined))!;
  expect(Object.keys(state.conversations)).toEqual(ids);
});

test('an aborted write leaves the disk as it was, and the next one makes up for it', async () => {
  const cache = await openCache(alice.id, acme.id);
  const writer = new CacheWriter(cache, 'page');
  await writer.write(booted(), seen);
  const broken = { ...alice, real_name: (() => 'cannot be stored') as unknown as string };
  const state = withMessages(booted(), 'C1', 3);

  const failed = writer.write({ ...state, people: { [alice.id]: broken } }, seen);

  await expect(failed).rejects.toThrow();
  expect(await cache.getAllKeys('pages')).toEqual([]);
  await writer.write(state, seen);
  expect((await readMessages(cache, 'C1', 1))?.segments[0]?.messages).toHaveLength(3);
});

test('people are kept many to a record, and one who changes rewrites one record', async () => {
  const cache = await openCache(alice.id, acme.id);
  const all = Array.from({ length: 3000 }, (_, at): Person => ({ ...bob, id: `U${at}XYZ` }));
  const people = Object.fromEntries(all.map((person) => [person.id, person]));
  const state = { ...booted(), people };
  await new CacheWriter(cache, 'page').write(state, seen);

  const found = (await loadCache(cache, undefined))!.state.people;
  expect(found).toEqual(people);
  expect(await cache.count('people')).toBeLessThan(100);
  const changed = { ...people, U7XYZ: { ...bob, id: 'U7XYZ', real_name: 'Robert' } };
  expect(changedLists(people, changed).size).toBe(1);
  const { U7XYZ: _, ...fewer } = people;
  expect([...changedLists(people, fewer).values()].flat()).not.toContainEqual(people.U7XYZ);
});

test('what an older version left is read anew, but for what somebody wrote', async () => {
  const name = cacheName(alice.id, acme.id);
  const old = await openDB(name, 3, {
    upgrade(db) {
      for (const store of [
        'head',
        'conversations',
        'people',
        'outbox',
        'drafts',
        'lease',
        'jump',
      ]) {
        db.createObjectStore(store);
      }
    },
  });
  await old.put('head', { epoch: 1 }, 'head');
  await old.put('conversations', { position: 3, segments: [] }, 'C1');
  await old.put('people', alice, alice.id);
  await old.put('drafts', { text: 'begun', mentions: [] }, 'C1');
  old.close();

  const cache = await openCache(alice.id, acme.id);

  expect(await loadCache(cache, undefined)).toBeUndefined();
  expect(await cache.count('people')).toBe(0);
  expect(await cache.get('drafts', 'C1')).toEqual({ text: 'begun', mentions: [] });
});
