import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { acme, alice } from '../../testing/builders';
import { openStorage } from './storage';

test('what is written when the workspace is closed already is told to nobody, and breaks nothing', async () => {
  const parts = { user: alice.id, team: acme, now: () => 0, newId: () => 'one' };
  const storage = await openStorage(parts);
  storage.tell('drafts');
  await storage.close(false);

  expect(() => storage.tell('drafts')).not.toThrow();
});
