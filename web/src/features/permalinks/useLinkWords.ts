import { useCallback } from 'react';
import { createStore, useStore } from 'zustand';
import { useWorkspace } from '../../app/context';
import { perWorkspace } from '../../app/workspace/perWorkspace';
import type { Workspace } from '../../app/workspace/workspace';
import { useFormats } from '../../i18n/formats';
import '../../i18n/enPermalinks';
import { useSay } from '../../i18n/Texts';
import { authorOf } from '../../models/authors';
import type { Target } from '../../models/permalinks';
import { isDirect } from '../../models/sidebar';
import type { HistoryAnswer, Message } from '../../protocol/generated';
import { placeOf } from '../../store/places';
import { findMessage } from '../../store/segments';
import { millisOf } from '../../store/ts';
import { useNames, useTitleOf } from '../names';
import { ownTarget } from './own';

/** Messages that were asked for, since nothing of them was held; nothing while they are on their way. */
type Asked = Readonly<Record<string, Message | undefined>>;

const bookOf = perWorkspace(() => createStore<Asked>(() => ({})));

const keyOf = ({ channel, ts }: Target) => `${channel}/${ts}`;

/** The message at an address of this workspace, if one may see it. */
export function targetHere(url: string, { parts, store }: Workspace): Target | undefined {
  const target = ownTarget(url);
  if (target === undefined || target.slug !== parts.team.domain) return undefined;
  return store.getState().conversations[target.channel] === undefined ? undefined : target;
}

/** What stands for the address of a message: where, who, when. Undefined if it is none, or not to be seen. */
export function useLinkWords(): (url: string) => string | undefined {
  const say = useSay();
  const workspace = useWorkspace();
  const { moment } = useFormats();
  const { person } = useNames();
  const titleOf = useTitleOf();
  const asked = useStore(bookOf(workspace));
  return useCallback(
    (url) => {
      const target = targetHere(url, workspace);
      const held = workspace.store.getState().conversations[target?.channel ?? ''];
      if (target === undefined || held === undefined) return undefined;
      const where = isDirect(held) ? titleOf(held) : `#${titleOf(held)}`;
      const time = moment(millisOf(target.ts), workspace.parts.now());
      const message = heldOf(workspace, target) ?? asked[keyOf(target)];
      if (message === undefined) return say('permalink.unknown', { where, time });
      return say('permalink.words', { where, author: authorOf(message, person), time });
    },
    [asked, moment, person, say, titleOf, workspace],
  );
}

function heldOf({ store }: Workspace, { channel, ts, thread }: Target): Message | undefined {
  const { histories } = store.getState();
  const places = [placeOf(channel), placeOf(channel, thread ?? ts)];
  for (const place of places) {
    const found = findMessage(histories[place]?.segments ?? [], ts);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Has the words be complete, once the message is known. */
export async function askFor(url: string, workspace: Workspace): Promise<void> {
  const target = targetHere(url, workspace);
  const book = bookOf(workspace);
  if (target === undefined || heldOf(workspace, target) !== undefined) return;
  if (keyOf(target) in book.getState()) return;
  book.setState({ [keyOf(target)]: undefined });
  const { channel, ts, thread } = target;
  const reply = thread === undefined || thread === ts ? {} : { thread_ts: thread };
  const args = { channel, ...reply, around: ts, limit: 2 };
  const outcome = await workspace.parts.call<HistoryAnswer>('client.history', args);
  if (outcome.kind !== 'ok') return;
  const message = outcome.answer.messages.find((each) => each.ts === ts);
  if (message !== undefined) book.setState({ [keyOf(target)]: message });
}
