import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Call, Outcome } from '../protocol/api';
import type { SignedIn } from '../protocol/generated';

/** Refusals that say that the session ran out by itself: nobody ended it. */
const expired = new Set(['token_expired', 'not_authed']);

/** Holds calls back while the session has run out, until the same person has signed in again. */
export class SignInGate {
  /** Whether calls wait for somebody to sign in. */
  readonly shut: StoreApi<boolean> = createStore(() => false);
  private waiting: (() => void)[] = [];
  private isLeft = false;

  constructor(private readonly parts: { call: Call; user: string; team: string }) {}

  readonly call: Call = async <T>(method: string, args?: Record<string, unknown>) => {
    for (;;) {
      const outcome = await this.parts.call<T>(method, args);
      if (this.isLeft || outcome.kind !== 'refused' || !expired.has(outcome.code)) {
        if (outcome.kind === 'ok' && this.shut.getState()) this.pass();
        return outcome;
      }
      this.shut.setState(true, true);
      await new Promise<void>((resolve) => this.waiting.push(resolve));
    }
  };

  /** Lets through what waits if it is the same person; nothing else is done as somebody else. */
  async signIn(email: string, password: string): Promise<Outcome<SignedIn> | { kind: 'other' }> {
    const { call, user, team } = this.parts;
    const outcome = await call<SignedIn>('client.signIn', { email, password, team });
    if (outcome.kind !== 'ok') return outcome;
    if (outcome.answer.user !== user) return { kind: 'other' };
    this.pass();
    return outcome;
  }

  /** What waits is tried again, as another tab may have signed in; until then the gate stays shut. */
  again(): void {
    for (const resolve of this.waiting.splice(0)) resolve();
  }

  private pass(): void {
    this.shut.setState(false, true);
    this.again();
  }

  /** The person signs out: whatever waits is refused. */
  leave(): void {
    this.isLeft = true;
    this.pass();
  }
}
