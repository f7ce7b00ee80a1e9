import type { StoreApi } from 'zustand/vanilla';
import type { Heard } from '../protocol/link';
import { takeAnswer, type Answer } from './answers';
import { apply } from './apply';
import type { Applied, Signal } from './signals';
import { batched } from './records';
import type { WorkspaceState } from './state';

export type Input =
  | { from: 'server'; frame: Heard }
  | { from: 'call'; answer: Answer }
  | { from: 'page'; change: (state: WorkspaceState) => WorkspaceState };

/**
 * `come` is what the server told by itself, `many` is so much of it that it waits for no more, `rest`
 * what one turn was too short for.
 */
export type Turn = 'come' | 'many' | 'rest' | 'asked';

const haste: Readonly<Record<Turn, number>> = { come: 0, many: 1, rest: 1, asked: 2 };

export interface InboxParts {
  store: StoreApi<WorkspaceState>;
  /**
   * Calls back once, before a paint if the page is shown, and hears whether there was anything to
   * do: before the next paint, or a later one for what has only come in.
   */
  schedule: (work: () => boolean, turn: Turn) => void;
  now: () => number;
  onSignals: (signals: readonly Signal[]) => void;
}

const budgetMs = 8;
/** So many do not wait for more: they are to be taken in within a key's time. */
const gathered = 16;

/** One queue for everything that changes the state: applied in order, at most one commit a frame. */
export class Inbox {
  private readonly waiting: Input[] = [];
  private turn: Turn | undefined;
  private isStopped = false;

  constructor(private readonly parts: InboxParts) {}

  put(input: Input): void {
    this.waiting.push(input);
    const turn = this.turnOf(input);
    if (this.turn === undefined || haste[turn] > haste[this.turn]) this.later(turn);
  }

  frame(frame: Heard): void {
    this.put({ from: 'server', frame });
  }

  answer(answer: Answer): void {
    this.put({ from: 'call', answer });
  }

  /** An answer that has to be in the state when this returns, after all that waits. */
  answerNow(answer: Answer): void {
    this.waiting.push({ from: 'call', answer });
    this.drain(Infinity);
  }

  /** A person's own action: shown at once, after all that waits. */
  act(change: (state: WorkspaceState) => WorkspaceState): void {
    this.waiting.push({ from: 'page', change });
    this.drain(Infinity);
  }

  /** Whoever it was for has left: what waits or still comes is dropped. */
  stop(): void {
    this.isStopped = true;
  }

  private turnOf({ from }: Input): Turn {
    if (from !== 'server') return 'asked';
    return this.waiting.length >= gathered ? 'many' : 'come';
  }

  private later(turn: Turn): void {
    this.turn = turn;
    this.parts.schedule(() => {
      // An earlier turn, or a person's own action, may have taken all.
      this.turn = undefined;
      if (this.waiting.length === 0) return false;
      this.drain(budgetMs);
      if (this.waiting.length > 0) this.later('rest');
      return true;
    }, turn);
  }

  private drain(budget: number): void {
    if (this.isStopped) {
      this.waiting.length = 0;
      return;
    }
    const { store, onSignals } = this.parts;
    const signals: Signal[] = [];
    const state = batched(() => this.takeAll(budget, signals));
    if (state !== store.getState()) store.setState(state, true);
    if (signals.length > 0) onSignals(signals);
  }

  private takeAll(budget: number, signals: Signal[]): WorkspaceState {
    const { store, now } = this.parts;
    const until = performance.now() + budget;
    let state = store.getState();
    let taken = 0;
    while (this.waiting.length > 0) {
      const [input] = this.waiting.splice(0, 1);
      if (input === undefined) break;
      const applied = this.tryTake(state, input, now());
      state = applied.state;
      signals.push(...applied.signals);
      taken += 1;
      // A turn of its own costs more than the few that are left.
      const many = this.waiting.length > gathered;
      if (many && taken % gathered === 0 && performance.now() > until) break;
    }
    return state;
  }

  /** What cannot be taken in is left out, and what the server said is asked for anew. */
  private tryTake(state: WorkspaceState, input: Input, now: number): Applied {
    try {
      return this.take(state, input, now);
    } catch (error) {
      console.error('an input could not be taken in', error);
      if (input.from !== 'server' || input.frame.type !== 'event') return { state, signals: [] };
      return { state, signals: [{ type: 'resync', stream: input.frame.stream }] };
    }
  }

  private take(state: WorkspaceState, input: Input, now: number): Applied {
    switch (input.from) {
      case 'server':
        return apply(state, input.frame, now);
      case 'call':
        return takeAnswer(state, input.answer, now);
      case 'page':
        return { state: input.change(state), signals: [] };
    }
  }
}
