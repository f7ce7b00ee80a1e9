// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { beforeEach, expect, test } from 'vitest';
import { openCache } from '../cache/schema';
import { keptMs, noteKept, tidyKept } from './kept';

beforeEach(() => localStorage.clear());

async function writes(user: string, team: string): Promise<void> {
  const cache = await openCache(user, team);
  await cache.put('drafts', { text: 'begun', mentions: [] }, 'C1');
  cache.close();
}

async function leaves(user: string, team: string, atMs = 0): Promise<void> {
  await writes(user, team);
  noteKept(user, team, atMs);
}

async function stands(user: string, team: string): Promise<boolean> {
  const cache = await openCache(user, team);
  const count = await cache.count('drafts');
  cache.close();
  return count > 0;
}

test('whoever comes back finds it; from then on it is theirs as before', async () => {
  await leaves('U1', 'T1');
  await tidyKept(keptMs - 1, { user: 'U1', team: 'T1' });
  expect(localStorage).toHaveLength(0);
  await tidyKept(2 * keptMs);
  expect(await stands('U1', 'T1')).toBe(true);
});

test('another one who enters the workspace has it cleared away, in that workspace alone', async () => {
  await leaves('U1', 'T1');
  await leaves('U2', 'T1');
  await leaves('U1', 'T2');
  await tidyKept(1, { user: 'U2', team: 'T1' });
  expect(await stands('U1', 'T1')).toBe(false);
  expect(await stands('U2', 'T1')).toBe(true);
  expect(await stands('U1', 'T2')).toBe(true);
});

test('what is noted while another one is cleared away stays noted', async () => {
  await leaves('U1', 'T1');
  await writes('U3', 'T1');
  const tidying = tidyKept(1, { user: 'U2', team: 'T1' });
  noteKept('U3', 'T1', 1);
  await tidying;
  expect(await stands('U3', 'T1')).toBe(true);
  await tidyKept(keptMs + 1);
  expect(await stands('U3', 'T1')).toBe(false);
});

test('what was noted by a clock that was ahead stays no longer', async () => {
  await leaves('U1', 'T1', 10 * keptMs);
  await tidyKept(5);
  await tidyKept(keptMs + 5);
  expect(await stands('U1', 'T1')).toBe(false);
});

test('what nobody came back for goes after thirty days', async () => {
  await leaves('U3', 'T3', 5);
  await tidyKept(keptMs + 4);
  expect(await stands('U3', 'T3')).toBe(true);
  await tidyKept(keptMs + 5);
  expect(await stands('U3', 'T3')).toBe(false);
  expect(localStorage).toHaveLength(0);
});
