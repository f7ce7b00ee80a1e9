// @vitest-environment happy-dom
import { act, render, screen, waitFor } from '@testing-library/react';
import { beforeEach, expect, vi } from 'vitest';
import { newLanguage, Texts } from '../../i18n/Texts';
import type { InWorkspace } from '../../testing/inWorkspace';
import { test } from '../../testing/pageTest';
import { SessionKeeper, type Session } from '../session';
import { SignInGate } from '../signInGate';
import { App } from './App';

beforeEach(() => localStorage.clear());

/** Parts are read from the disk at first. */
const patient = { timeout: 5000 };

function show(path: string) {
  history.replaceState(null, '', path);
  const keeper = new SessionKeeper();
  const started = vi.spyOn(keeper, 'start').mockResolvedValue();
  const become = (session: Session) => act(() => keeper.store.setState(session, true));
  render(
    <Texts language={newLanguage('en', null)}>
      <App keeper={keeper} />
    </Texts>,
  );
  return { keeper, started, become };
}

function open({ workspace, me }: InWorkspace) {
  const { call, team } = workspace.parts;
  const gate = new SignInGate({ call, user: me, team: team.id });
  return { phase: 'open', workspace, gate } as const;
}

/** The address of a channel. */
function boats({ world, me }: InWorkspace): string {
  const { id } = world.addChannel('channel', 'boats', [me]);
  return `/w/acme/c/${id}`;
}

test('a server that does not answer is told of', ({ page }) => {
  const { started, become } = show(boats(page));

  expect(started).toHaveBeenCalledExactlyOnceWith('acme');
  expect(screen.queryByRole('status')).toBeNull();
  become({ phase: 'asking', unreachable: true });
  expect(screen.getByRole('status').textContent).toContain('The server does not answer.');
});

test('who has to sign in first comes to where they were going', async ({ page }) => {
  const wanted = boats(page);
  const { become } = show(wanted);
  become({ phase: 'signed_out', reason: undefined });

  expect(await screen.findByRole('heading', { name: 'Sign in' }, patient)).toBeTruthy();
  expect(location.pathname + location.search).toBe(`/signin?then=${encodeURIComponent(wanted)}`);
  become(open(page));
  expect(await screen.findByRole('heading', { level: 1, name: 'boats' })).toBeTruthy();
  expect(location.pathname).toBe(wanted);
});

test("an address of a workspace that one is not in says so, and leads to one's own", async ({
  page,
  user,
}) => {
  const { become } = show('/w/elsewhere/c/C1');
  become(open(page));

  const title = { name: "There is no workspace 'elsewhere' for you here" };
  expect(await screen.findByRole('heading', title, patient)).toBeTruthy();
  expect(location.pathname).toBe('/w/elsewhere/c/C1');
  await user.click(screen.getByRole('link', { name: 'Go to Acme' }));
  expect(await screen.findByRole('heading', { level: 1, name: 'general' }, patient)).toBeTruthy();
  expect(location.pathname).toMatch(/^\/w\/acme/);
});

test('who signs in on the way to a workspace that they are not in is told so there', async ({
  page,
}) => {
  const { become } = show('/w/elsewhere/c/C1');
  become({ phase: 'signed_out', reason: undefined });
  expect(await screen.findByRole('heading', { name: 'Sign in' }, patient)).toBeTruthy();
  become(open(page));

  const title = { name: "There is no workspace 'elsewhere' for you here" };
  expect(await screen.findByRole('heading', title, patient)).toBeTruthy();
  expect(location.pathname).toBe('/w/elsewhere/c/C1');
});

test('a server that is new is set up, whatever the address', async ({ page }) => {
  const { become } = show(boats(page));
  become({ phase: 'setup' });

  const title = { name: 'Set up your workspace' };
  expect(await screen.findByRole('heading', title, patient)).toBeTruthy();
  expect(location.pathname).toBe('/setup');
});

test('a session that has run out asks in front of the page, and one may sign out there', async ({
  page,
  user,
}) => {
  const { keeper, become } = show(boats(page));
  const signOut = vi.spyOn(keeper, 'signOut').mockResolvedValue();
  const session = open(page);
  become(session);
  expect(screen.queryByRole('dialog')).toBeNull();
  act(() => session.gate.shut.setState(true, true));

  expect(await screen.findByRole('dialog', { name: 'Sign in again' }, patient)).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Sign out' }));
  expect(signOut).toHaveBeenCalledExactlyOnceWith(page.workspace);
  act(() => session.gate.shut.setState(false, true));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
});

test('whoever signs in after somebody signed out is not led to what that one was at', async ({
  page,
  user,
}) => {
  const { keeper, become } = show(boats(page));
  vi.spyOn(keeper, 'signOut').mockImplementation(() => {
    keeper.store.setState({ phase: 'signed_out', reason: undefined }, true);
    return Promise.resolve();
  });
  const session = open(page);
  become(session);
  act(() => session.gate.shut.setState(true, true));
  await user.click(await screen.findByRole('button', { name: 'Sign out' }, patient));

  expect(await screen.findByRole('heading', { name: 'Sign in' }, patient)).toBeTruthy();
  expect(location.pathname + location.search).toBe('/signin');
});
