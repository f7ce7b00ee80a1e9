import { createStore, useStore } from 'zustand';
import { useEffect, useMemo } from 'react';
import { useWorkspace, useWorkspaceState } from '../../../app/context';
import { perWorkspace } from '../../../app/workspace/perWorkspace';
import type { Workspace } from '../../../app/workspace/workspace';
import type { ChannelId, UserId } from '../../../protocol/generated';

/** Who is known to be in a channel, or not to be. */
interface Known {
  /** How many there were: another number, and what is known is old. */
  count: number;
  /** Everybody of the channel is in `who`. */
  whole: boolean;
  who: Readonly<Record<UserId, boolean>>;
}

type Book = Readonly<Record<ChannelId, Known>>;

const bookOf = perWorkspace(() => createStore<Book>(() => ({})));
const pageSize = 999;
const askMs = 120;

export type IsMember = (user: UserId) => boolean | undefined;

/**
 * Whether people are in a channel, as far as it is known. Once it is `wanted` the first page of members is
 * read; of larger channels those who are `shown` are asked for.
 */
export function useIsMember(
  channel: ChannelId,
  wanted: boolean,
  shown: readonly UserId[],
): IsMember | undefined {
  const workspace = useWorkspace();
  const held = useWorkspaceState((state) => state.conversations[channel]);
  const book = bookOf(workspace);
  const known = useStore(book, (all) => all[channel]);
  const count = held?.member_count ?? 0;
  const direct = held === undefined || held.is_im || held.is_mpim;
  const stale = known?.count !== count;
  const reads = wanted && !direct && stale;

  useEffect(() => {
    if (!reads) return;
    const args = { channel, limit: pageSize };
    void call<{ members: UserId[]; response_metadata: { next_cursor: string } }>(
      workspace,
      'conversations.members',
      args,
    ).then((answer) => {
      if (answer === undefined) return;
      const who = Object.fromEntries(answer.members.map((user) => [user, true]));
      const whole = answer.response_metadata.next_cursor === '';
      book.setState({ ...book.getState(), [channel]: { count, whole, who } }, true);
    });
  }, [reads, book, channel, count, workspace]);

  const asks = wanted && known !== undefined && !known.whole && !stale;
  const unknown = asks ? shown.filter((user) => known.who[user] === undefined).join(',') : '';
  useEffect(() => {
    if (unknown === '') return;
    const timer = setTimeout(() => {
      const method = 'client.conversations.among';
      void call<{ members: UserId[] }>(workspace, method, { channel, users: unknown }).then(
        (answer) => {
          const now = book.getState()[channel];
          if (answer === undefined || now === undefined) return;
          const told = unknown.split(',').map((user) => [user, answer.members.includes(user)]);
          const who = { ...now.who, ...(Object.fromEntries(told) as Record<UserId, boolean>) };
          book.setState({ ...book.getState(), [channel]: { ...now, who } }, true);
        },
      );
    }, askMs);
    return () => clearTimeout(timer);
  }, [unknown, book, channel, workspace]);

  return useMemo(
    () =>
      direct || known === undefined
        ? undefined
        : (user) => known.who[user] ?? (known.whole ? false : undefined),
    [direct, known],
  );
}

async function call<T>(
  workspace: Workspace,
  method: string,
  args: Record<string, unknown>,
): Promise<T | undefined> {
  const outcome = await workspace.parts.call<T>(method, args);
  return outcome.kind === 'ok' ? outcome.answer : undefined;
}
