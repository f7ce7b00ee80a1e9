import { render, type RenderResult } from '@testing-library/react';
import type { ReactElement } from 'react';
import { expect, vi } from 'vitest';
import { memoryLocation } from 'wouter/memory-location';
import { WorkspaceContext } from '../app/context';
import { Workspace } from '../app/workspace/workspace';
import { GoContext } from '../ui/Link/useGo';
import { newLanguage, Texts } from '../i18n/Texts';
import type { Call, Outcome } from '../protocol/api';
import type { ClientFrame } from '../protocol/generated';
import { acme } from './builders';
import { refuse, type Answered, type Args } from './fake/answers';
import { FakeCalls } from './fake/calls';
import { FakeSockets } from './fake/sockets';
import { World } from './fake/world';

export interface InWorkspace {
  world: World;
  workspace: Workspace;
  /** The person at the page, an owner. */
  me: string;
  bob: string;
  calls: FakeCalls;
  /** Methods that the fake server does not know, or that a test has answered otherwise. */
  answers: Record<string, (args: Args) => Answered | undefined>;
  show: (ui: ReactElement) => RenderResult;
  /** Where the page is. */
  path: () => string;
  /** Where Back leads, the page itself last. */
  visited: () => readonly string[];
  close: () => Promise<void>;
}

/** A workspace that is open at a fake server: for tests of what is shown inside of one. */
export async function inWorkspace(): Promise<InWorkspace> {
  const world = new World(() => Date.now());
  world.team = acme;
  const me = world.addUser('alice', 'Alice Adams', 'alice@acme.test', '').id;
  const bob = world.addUser('bob', 'Bob Brown', 'bob@acme.test', '').id;
  const own = world.accounts.get(me);
  if (own !== undefined) own.user = { ...own.user, is_admin: true, is_owner: true };
  world.addChannel('channel', 'general', [me, bob]);
  const sockets = new FakeSockets(world);
  const calls = new FakeCalls(world, sockets);
  // Nobody is read ahead of need: a test that says what the page holds of people is not undone.
  const answers: InWorkspace['answers'] = {
    'client.users': ({ query }) => (query === undefined ? refuse('ratelimited') : undefined),
  };
  const call: Call = <T,>(method: string, args: Args = {}): Promise<Outcome<T>> => {
    const given = answers[method]?.(args);
    const answered = given ?? calls.handle(method, args, { user: me, session: 'S' });
    if (given !== undefined) calls.seen.push({ method, args });
    return Promise.resolve(outcomeOf<T>(answered));
  };
  const workspace = await Workspace.open({
    team: acme,
    user: me,
    call,
    openSocket: (url) => openSocket(sockets, url),
    now: () => Date.now(),
    random: () => 0,
    newId: () => crypto.randomUUID(),
    schedule: (work) => void setTimeout(work),
    onEnded: () => undefined,
  });
  await vi.waitFor(() => expect(workspace.status.getState().link.phase).toBe('live'), {
    interval: 1,
  });
  const { navigate, history } = memoryLocation({ path: '/w/acme', record: true });
  const language = newLanguage('en', null);
  return {
    world,
    workspace,
    me,
    bob,
    calls,
    answers,
    path: () => history.at(-1) ?? '',
    visited: () => history,
    show: (ui) =>
      render(ui, {
        wrapper: ({ children }) => (
          <Texts language={language}>
            <GoContext value={navigate}>
              <WorkspaceContext value={workspace}>{children}</WorkspaceContext>
            </GoContext>
          </Texts>
        ),
      }),
    close: async () => {
      await workspace.close('nothing');
    },
  };
}

function outcomeOf<T>(answered: Answered | 'drop'): Outcome<T> {
  if (answered === 'drop') return { kind: 'unreachable' };
  const body = structuredClone(answered.body) as Record<string, unknown>;
  if (body.ok === true) return { kind: 'ok', answer: body as T };
  return { kind: 'refused', code: String(body.error), body };
}

function openSocket(sockets: FakeSockets, url: string): WebSocket {
  const socket = {
    readyState: 1,
    onmessage: null as ((event: { data: string }) => void) | null,
    onclose: null as ((event: { code: number }) => void) | null,
    send: (text: string) => connection?.receive(JSON.parse(text) as ClientFrame),
    close: () => {
      if (connection !== undefined) sockets.closed(connection);
    },
  };
  const ticket = new URL(url).searchParams.get('ticket') ?? '';
  const connection = sockets.connect(ticket, {
    send: (frame) => setTimeout(() => socket.onmessage?.({ data: JSON.stringify(frame) })),
    close: (code) => setTimeout(() => socket.onclose?.({ code })),
  });
  return socket as unknown as WebSocket;
}
