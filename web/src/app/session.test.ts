// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { beforeEach, expect, vi } from 'vitest';
import { waitFor } from '@testing-library/react';
import { cacheName, openCache } from '../cache/schema';
import { wipeCache } from '../cache/wipe';
import type { Send } from '../outbox/queue';
import { test as base } from '../testing/pageTest';
import { writeLast } from './last';
import { SessionKeeper } from './session';

/** A network that can be cut, with a server that knows whether somebody is signed in. */
class Network {
  up = true;
  signedIn = true;
  refusal = 'no';
  reason: string | undefined;
  user = 'UA';
  readonly heard: string[] = [];

  readonly fetch = (address: string, { headers }: RequestInit): Promise<Response> => {
    if (!this.up) return Promise.reject(new TypeError('Failed to fetch'));
    const method = address.slice('/api/'.length);
    const team = new Headers(headers).get('X-Parley-Team') ?? '';
    this.heard.push(`${method} ${team}`.trim());
    if (method === 'client.signOut') this.signedIn = false;
    const teams = this.signedIn ? [{ id: 'T1', name: 'Acme', domain: 'acme', user: 'UA' }] : [];
    const known = method === 'client.state' || method === 'client.signOut';
    const entered = method === 'client.signIn' && this.refusal !== 'no';
    const body = known
      ? { ok: true, setup_required: false, teams }
      : entered
        ? { ok: true, team: acme, user: this.user }
        : { ok: false, error: this.refusal, reason: this.reason };
    return Promise.resolve(Response.json(body));
  };
}

const test = base.extend('network', ({}, { onCleanup }) => {
  const network = new Network();
  vi.stubGlobal('fetch', network.fetch);
  // Else nothing is kept on the disk.
  vi.stubGlobal('BroadcastChannel', SilentChannel);
  Object.defineProperty(navigator, 'locks', { value: undefined, configurable: true });
  vi.spyOn(Math, 'random').mockReturnValue(0);
  onCleanup(() => {
    network.up = true;
    vi.unstubAllGlobals();
    vi.restoreAllMocks();
  });
  return network;
});

beforeEach(() => localStorage.clear());

const phase = (keeper: SessionKeeper) => keeper.store.getState().phase;

test('who signs out tells the server, of that workspace', async ({ page, network }) => {
  const keeper = new SessionKeeper();
  await keeper.signOut(page.workspace);

  expect(phase(keeper)).toBe('signed_out');
  expect(network.heard).toEqual(['client.signOut T1']);
  expect(localStorage).toHaveLength(0);
});

test('signed out while offline, nothing is shown until the server has ended the session', async ({
  page,
  network,
}) => {
  network.up = false;
  await new SessionKeeper().signOut(page.workspace);

  const reloaded = new SessionKeeper();
  await reloaded.start('acme');
  expect(phase(reloaded)).toBe('asking');
  network.up = true;
  await waitFor(() => expect(phase(reloaded)).toBe('signed_out'));
  expect(network.heard[0]).toBe('client.signOut T1');
  expect(network.signedIn).toBe(false);
  expect(localStorage).toHaveLength(0);
});

test('nobody signs in before the last one is signed out', async ({ page, network }) => {
  const keeper = new SessionKeeper();
  network.up = false;
  await keeper.signOut(page.workspace);

  expect(await keeper.signIn('bob@acme.test', 'secret')).toEqual({ kind: 'unreachable' });
  network.up = true;
  await keeper.signIn('bob@acme.test', 'secret');
  expect(network.heard).toEqual(['client.signOut T1', 'client.signIn']);
});

const acme = { id: 'T1', name: 'Acme', domain: 'acme' };

class SilentChannel {
  postMessage(): void {
    // There is no other tab.
  }
  close(): void {
    // It was never open.
  }
}

/** Somebody was here, wrote without a network, and the page is loaded anew. */
async function wrote(): Promise<void> {
  writeLast({ team: acme, user: 'UA', path: '/w/acme' });
  const cache = await openCache('UA', 'T1');
  const send = { id: 'S1', channel: 'C1', text: 'Waits', createdMs: 1, state: 'queued' };
  await cache.put('outbox', send as Send, 'S1');
  await cache.put('drafts', { text: 'Begun', mentions: [] }, 'C1');
  cache.close();
}

/** Of a tab that does not hear that the disk is to be cleared. */
function openAsleep(user: string): Promise<IDBDatabase> {
  return new Promise((resolve) => {
    const opening = indexedDB.open(cacheName(user, 'T1'));
    opening.onsuccess = () => resolve(opening.result);
  });
}

async function unsaidOf(user: string): Promise<[string[], number]> {
  const cache = await openCache(user, 'T1');
  const sends = await cache.getAll('outbox');
  const drafts = await cache.count('drafts');
  cache.close();
  return [sends.map(({ state }) => state), drafts];
}

test.for([
  { error: 'invalid_auth', reason: 'signed_out', said: 'signed_out', left: [] },
  { error: 'account_inactive', reason: 'workspace_gone', said: 'workspace_gone', left: [] },
  { error: 'invalid_auth', reason: undefined, said: 'session_ended', left: ['failed'] },
  { error: 'invalid_auth', reason: 'other', said: 'session_ended', left: ['failed'] },
])(
  'a page that hears of $said by a call keeps what was not sent if the person did not end it: $error $reason',
  async ({ error, reason, said, left }, { network }) => {
    await wrote();
    expect(await unsaidOf('UA')).toEqual([['queued'], 1]);
    Object.assign(network, { refusal: error, reason });
    const keeper = new SessionKeeper();
    await keeper.start('acme');
    await waitFor(() =>
      expect(keeper.store.getState()).toEqual({ phase: 'signed_out', reason: said }),
    );

    const isNoted = left.length > 0;
    await waitFor(async () => expect(await unsaidOf('UA')).toEqual([left, left.length]));
    expect(localStorage.getItem('parley.kept') !== null).toBe(isNoted);
    await wipeCache('UA', 'T1');
  },
);

test('whoever is deactivated while offline finds what was not sent when they are back', async ({
  network,
}) => {
  vi.stubGlobal('BroadcastChannel', SilentChannel);
  await wrote();
  network.refusal = 'account_inactive';
  const keeper = new SessionKeeper();
  await keeper.start('acme');
  await waitFor(() => expect(phase(keeper)).toBe('signed_out'));
  await waitFor(async () => expect(await unsaidOf('UA')).toEqual([['failed'], 1]));

  await keeper.signIn('alice@acme.test', 'secret');
  await waitFor(() => expect(phase(keeper)).toBe('signed_out'));
  expect(await unsaidOf('UA')).toEqual([['failed'], 1]);
  network.user = 'UB';
  const asleep = await openAsleep('UA');
  await keeper.signIn('bob@acme.test', 'secret');
  asleep.close();
  await waitFor(async () => expect(await unsaidOf('UA')).toEqual([[], 0]));
});
