import type { Call } from '../../protocol/api';
import { fullJitter } from '../../protocol/backoff';
import type { BootAnswer, Positions, ResumeAnswer, StreamId } from '../../protocol/generated';
import type { Signal } from '../../store/signals';
import type { Inbox } from '../../store/inbox';
import { ownPosition, type WorkspaceState } from '../../store/state';

export interface RepairsParts {
  call: Call;
  inbox: Inbox;
  state: () => WorkspaceState;
  random: () => number;
  onRefused: (code: string) => void;
  /** Asks the server for everything after these positions. */
  resend: (streams: Positions) => void;
}

const retry = { baseMs: 500, maxMs: 15_000 };
const mostStreams = 200;

/** Closes the gaps of streams: what is missing is sent again, or fetched where it cannot be. */
export class Repairs {
  private readonly asked = new Set<StreamId>();
  private readonly timers = new Set<ReturnType<typeof setTimeout>>();

  constructor(private readonly parts: RepairsParts) {}

  onSignals(signals: readonly Signal[]): void {
    const gaps: StreamId[] = [];
    const lost: StreamId[] = [];
    for (const signal of signals) {
      if (signal.type === 'resumed') this.reset();
      if (signal.type === 'gap') gaps.push(signal.stream);
      if (signal.type === 'resync' || signal.type === 'unknown') lost.push(signal.stream);
    }
    this.ask(gaps);
    void this.fetch(lost, 0);
  }

  /** Nothing is on its way any more. */
  reset(): void {
    this.asked.clear();
  }

  stop(): void {
    for (const timer of this.timers) clearTimeout(timer);
  }

  private ask(streams: readonly StreamId[]): void {
    const { positions } = this.parts.state();
    const missing: Record<StreamId, number> = {};
    for (const stream of streams) {
      const held = positions[stream];
      if (held === undefined || this.asked.has(stream)) continue;
      this.asked.add(stream);
      missing[stream] = held;
    }
    if (Object.keys(missing).length > 0) this.parts.resend(missing);
  }

  private async fetch(streams: readonly StreamId[], attempt: number): Promise<void> {
    if (streams.length === 0) return;
    const { self, team } = this.parts.state();
    const all = streams.some((stream) => stream === self || stream === team.id);
    const some = streams.slice(0, mostStreams);
    const code = await (all ? this.boot() : this.refresh(some));
    if (code === 'later') this.later(streams, attempt);
    else if (!all) await this.fetch(streams.slice(mostStreams), 0);
  }

  /** What came while the answer was on its way is sent again: the answer may be older. */
  private async boot(): Promise<'done' | 'later'> {
    const { call, inbox, state, resend, onRefused } = this.parts;
    const outcome = await call<BootAnswer>('client.boot');
    if (outcome.kind === 'refused') onRefused(outcome.code);
    if (outcome.kind !== 'ok') return outcome.kind === 'refused' ? 'done' : 'later';
    inbox.answerNow({ type: 'boot', answer: outcome.answer });
    resend(state().positions);
    return 'done';
  }

  private async refresh(streams: readonly StreamId[]): Promise<'done' | 'later'> {
    const { call, inbox, state, onRefused } = this.parts;
    const asked = ownPosition(state());
    const outcome = await call<ResumeAnswer>('client.resume', { streams });
    if (outcome.kind === 'refused') onRefused(outcome.code);
    if (outcome.kind !== 'ok') return outcome.kind === 'refused' ? 'done' : 'later';
    inbox.answer({ type: 'fresh', answer: outcome.answer, asked });
    return 'done';
  }

  private later(streams: readonly StreamId[], attempt: number): void {
    const waitMs = 300 + fullJitter(attempt, this.parts.random(), retry);
    const timer = setTimeout(() => {
      this.timers.delete(timer);
      void this.fetch(streams, attempt + 1);
    }, waitMs);
    this.timers.add(timer);
  }
}
