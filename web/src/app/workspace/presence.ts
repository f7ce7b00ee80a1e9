import type { Call } from '../../protocol/api';
import type { ClientFrame, StreamId, UserId } from '../../protocol/generated';
import { partnersOf } from '../../models/sidebar';
import type { Inbox } from '../../store/inbox';
import type { WorkspaceState } from '../../store/state';

export interface PresenceParts {
  call: Call;
  inbox: Inbox;
  state: () => WorkspaceState;
  isLive: () => boolean;
  hint: (frame: ClientFrame) => void;
}

/** The server tells of so many people at most. */
const most = 200;
const gatherMs = 50;

/** Asks whether people are there, and to be disturbed: those of direct messages, and on screen. */
export class PresenceWatch {
  private readonly wanted = new Map<UserId, number>();
  private asked = '';
  /** Of whom is known whether they are to be disturbed: events tell of changes. */
  private readonly dndOf = new Set<UserId>();
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly parts: PresenceParts) {}

  /** Somebody is on screen until the answer is called. */
  want(user: UserId): () => void {
    this.count(user, 1);
    return () => this.count(user, -1);
  }

  /** A new connection knows nobody. */
  again(): void {
    this.asked = '';
    this.ask();
  }

  /** Asks of each list of people once. */
  ask(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    const partners = partnersOf(this.parts.state().conversations);
    const users = [...new Set([...partners, ...this.wanted.keys()])].slice(0, most);
    const asked = users.join();
    if (asked === this.asked || !this.parts.isLive()) return;
    this.asked = asked;
    this.parts.hint({ type: 'presence', users });
    void this.askDnd([this.parts.state().self, ...users]);
  }

  /** Events of a stream will not come any more. */
  lost(stream: StreamId): void {
    const { team, self } = this.parts.state();
    if (stream !== team.id && stream !== self) return;
    this.dndOf.clear();
    this.again();
  }

  /** As `ask`, with what else is there to ask soon. */
  soon(): void {
    this.timer ??= setTimeout(() => this.ask(), gatherMs);
  }

  stop(): void {
    clearTimeout(this.timer);
  }

  private async askDnd(users: readonly UserId[]): Promise<void> {
    const unknown = users.filter((user) => !this.dndOf.has(user));
    if (unknown.length === 0) return;
    unknown.forEach((user) => this.dndOf.add(user));
    const late = await import('./dnd').catch(() => undefined);
    const missed = (await late?.readDnd(this.parts, unknown)) ?? unknown;
    missed.forEach((user) => this.dndOf.delete(user));
  }

  private count(user: UserId, step: 1 | -1): void {
    const count = (this.wanted.get(user) ?? 0) + step;
    if (count > 0) this.wanted.set(user, count);
    else this.wanted.delete(user);
    this.soon();
  }
}
