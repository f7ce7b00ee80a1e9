import type { Call } from '../../protocol/api';
import type { ClientFrame, StreamId, UserId } from '../../protocol/generated';
import { partnersOf } from '../../models/sidebar';
import type { Inbox } from '../../store/inbox';
import type { WorkspaceState } from '../../store/state';
import type { DndWatch } from './dnd';

export interface PresenceParts {
  call: Call;
  inbox: Inbox;
  state: () => WorkspaceState;
  isLive: () => boolean;
  hint: (frame: ClientFrame) => void;
  now: () => number;
  random: () => number;
}

/** The server tells of so many people at most. */
const most = 200;
const gatherMs = 50;

/** Asks whether people are there, and to be disturbed: those of direct messages, and on screen. */
export class PresenceWatch {
  private readonly wanted = new Map<UserId, number>();
  private asked = '';
  private dnd: Promise<DndWatch | undefined> | undefined;
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
    const shown = [this.parts.state().self, ...users];
    void this.lateDnd().then((dnd) => dnd?.show(shown));
  }

  /** Events of a stream will not come any more. */
  lost(stream: StreamId): void {
    const { team, self } = this.parts.state();
    if (stream !== team.id && stream !== self) return;
    void this.dnd?.then((dnd) => dnd?.forget());
    this.again();
  }

  /** As `ask`, with what else is there to ask soon. */
  soon(): void {
    this.timer ??= setTimeout(() => this.ask(), gatherMs);
  }

  stop(): void {
    clearTimeout(this.timer);
    void this.dnd?.then((dnd) => dnd?.stop());
  }

  private lateDnd(): Promise<DndWatch | undefined> {
    this.dnd ??= import('./dnd').then(
      ({ DndWatch }) => new DndWatch(this.parts),
      () => (this.dnd = undefined),
    );
    return this.dnd;
  }

  private count(user: UserId, step: 1 | -1): void {
    const count = (this.wanted.get(user) ?? 0) + step;
    if (count > 0) this.wanted.set(user, count);
    else this.wanted.delete(user);
    this.soon();
  }
}
