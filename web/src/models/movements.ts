import type { Message, UserId } from '../protocol/generated';

/** What one sentence says: who came or went, and by whose doing if it was not their own. */
export interface Movement {
  kind: 'joined' | 'left';
  by: UserId | undefined;
  messages: readonly Message[];
}

/** A line about somebody's coming or going. */
export function isMovement({ subtype }: Message): boolean {
  return subtype === 'channel_join' || subtype === 'channel_leave';
}

/** A run of such lines in few sentences: joins in one, departures by who brought them about. */
export function movementsOf(run: readonly Message[]): Movement[] {
  const joins = run.filter(({ subtype }) => subtype === 'channel_join');
  const leaves = run.filter(({ subtype }) => subtype === 'channel_leave');
  const movements: Movement[] = [];
  if (joins.length > 0) {
    const inviters = new Set(joins.map(({ inviter }) => inviter));
    const by = inviters.size === 1 ? joins[0]?.inviter : undefined;
    movements.push({ kind: 'joined', by, messages: joins });
  }
  for (const by of new Set(leaves.map(({ actor }) => actor))) {
    const messages = leaves.filter(({ actor }) => actor === by);
    movements.push({ kind: 'left', by, messages });
  }
  return movements;
}
