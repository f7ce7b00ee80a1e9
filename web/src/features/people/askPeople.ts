import type { Workspace } from '../../app/workspace/workspace';
import type { Outcome } from '../../protocol/api';
import type { UsersAnswer } from '../../protocol/generated';

/** Has the server tell those whom a query means. They join the people who are held, as if they had been met. */
export async function askPeople(
  { inbox, parts }: Workspace,
  query: string,
  limit: number,
): Promise<Outcome<UsersAnswer>> {
  const outcome = await parts.call<UsersAnswer>('client.users', { query, limit });
  const people = outcome.kind === 'ok' ? outcome.answer.users : [];
  if (people.length > 0) inbox.answerNow({ type: 'people', people });
  return outcome;
}
