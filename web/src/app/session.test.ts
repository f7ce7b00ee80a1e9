// @vitest-environment happy-dom
import { beforeEach, expect, vi } from 'vitest';
import { waitFor } from '@testing-library/react';
import { test as base } from '../testing/pageTest';
import { SessionKeeper } from './session';

/** A network that can be cut, with a server that knows whether somebody is signed in. */
class Network {
  up = true;
  signedIn = true;
  readonly heard: string[] = [];

  readonly fetch = (address: string, { headers }: RequestInit): Promise<Response> => {
    if (!this.up) return Promise.reject(new TypeError('Failed to fetch'));
    const method = address.slice('/api/'.length);
    const team = new Headers(headers).get('X-Parley-Team') ?? '';
    this.heard.push(`${method} ${team}`.trim());
    if (method === 'client.signOut') this.signedIn = false;
    const teams = this.signedIn ? [{ id: 'T1', name: 'Acme', domain: 'acme', user: 'UA' }] : [];
    const known = method === 'client.state' || method === 'client.signOut';
    const body = known ? { ok: true, setup_required: false, teams } : { ok: false, error: 'no' };
    return Promise.resolve(Response.json(body));
  };
}

const test = base.extend('network', ({}, { onCleanup }) => {
  const network = new Network();
  vi.stubGlobal('fetch', network.fetch);
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
