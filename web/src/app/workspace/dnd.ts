import type { DndStatus, UserId } from '../../protocol/generated';
import type { PresenceParts } from './presence';

/** The server tells of so many people at once. */
const most = 50;

/** Reads who of these is not to be disturbed, and answers who could not be asked about. */
export async function readDnd(
  { call, inbox, state }: PresenceParts,
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
