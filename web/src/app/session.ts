import { createStore, type StoreApi } from 'zustand/vanilla';
import { apiClient, type Call, type Outcome } from '../protocol/api';
import { fullJitter } from '../protocol/backoff';
import type { StopReason } from '../protocol/closeCodes';
import type { SignedIn, StateAnswer, Team, TeamId } from '../protocol/generated';
import { parseAddress, slugOf } from '../models/address';
import { newId } from '../protocol/ids';
import { ownAddress } from '../protocol/socket';
import { wipeCache } from '../cache/wipe';
import { forgetEnding, noteEnding, readEnding } from './ending';
import { forgetUses } from './favourites';
import { noteKept, tidyKept } from './kept';
import { readLast, writeLast } from './last';
import { atFrame } from './pace';
import { SignInGate } from './signInGate';
import { Workspace } from './workspace/workspace';

export type Session =
  | { phase: 'asking'; unreachable: boolean }
  | { phase: 'setup' }
  | { phase: 'signed_out'; reason: StopReason | undefined }
  | { phase: 'open'; workspace: Workspace; gate: SignInGate };

export interface SetUp {
  company: string;
  slug: string;
  name: string;
  email: string;
  password: string;
}

const timeoutMs = 10_000;
const askAgain = { baseMs: 500, maxMs: 10_000 };

/** Who is signed in to what in this browser, and the one workspace that is open. */
export class SessionKeeper {
  readonly store: StoreApi<Session> = createStore<Session>(() => ({
    phase: 'asking',
    unreachable: false,
  }));
  private readonly call: Call = callFor(undefined);
  private ending: Promise<boolean> | undefined;

  async start(slug: string | undefined): Promise<void> {
    const last = readLast();
    void tidyKept(Date.now(), last && { user: last.user, team: last.team.id });
    const isHere = last !== undefined && (slug === undefined || slug === last.team.domain);
    if (isHere && !readEnding().includes(last.team.id)) {
      void this.keepEnding(0);
      await this.open(last.team, last.user);
      return;
    }
    await this.ask(slug, 0);
  }

  async setUp(given: SetUp): Promise<Outcome<SignedIn>> {
    const outcome = await this.call<SignedIn>('client.setUp', { ...given });
    if (outcome.kind === 'ok') await this.enter(outcome.answer);
    return outcome;
  }

  async signIn(email: string, password: string, team?: string): Promise<Outcome<SignedIn>> {
    // Else the answer to signing out could take the new session with it.
    if (!(await this.endAll())) return { kind: 'unreachable' };
    const args = team === undefined ? { email, password } : { email, password, team };
    const outcome = await this.call<SignedIn>('client.signIn', args);
    if (outcome.kind === 'ok') await this.enter(outcome.answer);
    return outcome;
  }

  async signOut(workspace: Workspace): Promise<void> {
    const session = this.store.getState();
    if (session.phase === 'open') session.gate.leave();
    noteEnding(workspace.parts.team.id);
    workspace.tellSignedOut();
    await Promise.all([this.keepEnding(0), this.leave(workspace, undefined)]);
  }

  /** Ends the sessions that somebody has left, until the server knows. */
  private async keepEnding(attempt: number): Promise<void> {
    if (!(await this.endAll()))
      setTimeout(() => void this.keepEnding(attempt + 1), waitOf(attempt));
  }

  /** @returns whether the server knows of all that somebody has signed out of */
  private endAll(): Promise<boolean> {
    this.ending ??= endEach().finally(() => (this.ending = undefined));
    return this.ending;
  }

  private async ask(slug: string | undefined, attempt: number): Promise<void> {
    const outcome = (await this.endAll())
      ? await this.call<StateAnswer>('client.state')
      : undefined;
    if (outcome?.kind !== 'ok') {
      this.set({ phase: 'asking', unreachable: attempt > 0 });
      setTimeout(() => void this.ask(slug, attempt + 1), waitOf(attempt));
      return;
    }
    const { setup_required, teams } = outcome.answer;
    const team = teams.find(({ domain }) => domain === slug) ?? teams[0];
    if (setup_required) this.set({ phase: 'setup' });
    else if (team === undefined) this.set({ phase: 'signed_out', reason: undefined });
    else await this.open(team, team.user);
  }

  private async enter({ team, user }: SignedIn): Promise<void> {
    await this.open(team, user);
  }

  private async open({ id, name, domain }: Team, user: string): Promise<void> {
    // Nobody waits for another tab that still has it open, and may be asleep.
    void tidyKept(Date.now(), { user, team: id });
    const gate = new SignInGate({ call: callFor(id), user, team: id });
    const workspace = await Workspace.open({
      team: { id, name, domain },
      user,
      first: firstOf(domain),
      call: gate.call,
      openSocket: (url) => new WebSocket(ownAddress(url, location)),
      now: () => Date.now(),
      random: () => Math.random(),
      newId: () => newId((bytes) => crypto.getRandomValues(bytes)),
      schedule: atFrame,
      onEnded: (reason) => void this.leave(workspace, reason),
    });
    this.set({ phase: 'open', workspace, gate });
  }

  /**
   * Nothing of the workspace stays behind in this browser, but for what was written and not sent
   * when a session ends that the person did not end.
   */
  private async leave(workspace: Workspace, reason: StopReason | undefined): Promise<void> {
    const { user, team } = workspace.parts;
    writeLast(undefined);
    forgetUses();
    this.set({ phase: 'signed_out', reason });
    const keeps = mayReturn(reason) && noteKept(user, team.id, Date.now());
    const stays = await workspace.close(keeps ? 'unsaid' : 'nothing');
    if (!stays) await wipeCache(user, team.id);
  }

  private set(session: Session): void {
    this.store.setState(session, true);
  }
}

/** Whether somebody who did not mean to leave may come back. */
function mayReturn(reason: StopReason | undefined): boolean {
  return reason === 'session_ended' || reason === 'account_inactive';
}

/** The conversation that the address names, or else the one that was on screen last. */
function firstOf(slug: string): string | undefined {
  const last = parseAddress(readLast()?.path ?? '');
  const found = [parseAddress(location.pathname), last].find((each) => slugOf(each) === slug);
  return found?.view === 'conversation' ? found.channel : undefined;
}

async function endEach(): Promise<boolean> {
  for (let team: TeamId | undefined; (team = readEnding()[0]) !== undefined;) {
    const { kind } = await callFor(team)('client.signOut');
    // What is refused is no session any more.
    if (kind !== 'ok' && kind !== 'refused') return false;
    forgetEnding(team);
  }
  return true;
}

const waitOf = (attempt: number) => 300 + fullJitter(attempt, Math.random(), askAgain);

function callFor(team: string | undefined): Call {
  return apiClient(team, { fetch: (input, init) => fetch(input, init), timeoutMs });
}
