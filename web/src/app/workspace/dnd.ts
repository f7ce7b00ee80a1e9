import type { DndStatus, UserId } from '../../protocol/generated';
import type { PresenceParts } from './presence';

export type DndParts = Pick<
  PresenceParts,
  'call' | 'inbox' | 'state' | 'isLive' | 'now' | 'random'
>;

/** The server tells of so many people at once. */
const most = 50;
const lookMs = 60_000;
/** The evenings of a whole company end at once: its pages ask one after the other. */
export const spreadMs = 300_000;

/**
 * Knows of those who are shown whether they are to be disturbed. Each is asked about once, and when
 * a turn of their schedule is over: it begins and ends without an event, other changes have one.
 */
export class DndWatch {
  private readonly known = new Set<UserId>();
  private shown: readonly UserId[] = [];
  private readonly timer: ReturnType<typeof setInterval>;
  private readonly laterMs: number;

  constructor(private readonly parts: DndParts) {
    this.laterMs = parts.random() * spreadMs;
    this.timer = setInterval(() => void this.look(), lookMs);
  }

  /** Those are shown from now on, and nobody else. */
  show(users: readonly UserId[]): Promise<void> {
    this.shown = users;
    return this.read(users.filter((user) => !this.known.has(user)));
  }

  /** Changes may have been missed. */
  forget(): void {
    this.known.clear();
  }

  stop(): void {
    clearInterval(this.timer);
  }

  private async look(): Promise<void> {
    if (!this.parts.isLive()) return;
    const { dnd, clockSkewMs } = this.parts.state();
    const nowMs = this.parts.now() + clockSkewMs;
    const isOver = (status: DndStatus | undefined) =>
      status?.dnd_enabled === true && status.next_dnd_end_ts * 1000 + this.laterMs <= nowMs;
    await this.read(this.shown.filter((user) => !this.known.has(user) || isOver(dnd[user])));
  }

  private async read(users: readonly UserId[]): Promise<void> {
    if (users.length === 0) return;
    users.forEach((user) => this.known.add(user));
    const missed = await readDnd(this.parts, users);
    missed.forEach((user) => this.known.delete(user));
  }
}

/** Reads who of these is not to be disturbed, and answers who could not be asked about. */
async function readDnd(
  { call, inbox, state }: DndParts,
  users: readonly UserId[],
): Promise<readonly UserId[]> {
  const { self, dnd: asked } = state();
  const missed: UserId[] = [];
  const told = (statuses: Readonly<Record<UserId, DndStatus>>) =>
    inbox.answer({ type: 'dnd', statuses, asked });

  if (users.includes(self)) {
    const outcome = await call<DndStatus>('dnd.info');
    if (outcome.kind === 'ok') told({ [self]: outcome.answer });
    else missed.push(self);
  }
  const others = users.filter((user) => user !== self);
  for (let from = 0; from < others.length; from += most) {
    const some = others.slice(from, from + most);
    const args = { users: some.join(',') };
    const outcome = await call<{ users: Record<UserId, DndStatus> }>('dnd.teamInfo', args);
    if (outcome.kind === 'ok') told(outcome.answer.users);
    else missed.push(...some);
  }
  return missed;
}
