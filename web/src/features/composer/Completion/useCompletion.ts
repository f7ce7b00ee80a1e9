import { useEffect, useMemo, useState } from 'react';
import { useFavourites } from '../../../app/favourites';
import { useWorkspace, useWorkspaceState } from '../../../app/context';
import { usePreference } from '../../../app/preferences';
import type { Trigger } from '../../../models/triggers';
import { frecency } from '../../../models/jump/score';
import { loadEmoji, useEmojiTable } from '../../../richtext/emoji';
import { picturesOf } from '../../../store/emoji';
import { choicesOf, type Choice } from './choices';
import { useIsMember } from './members';

export interface Completion {
  choices: readonly Choice[];
  selected: number;
  select: (at: number) => void;
  dismiss: () => void;
}

const favouritesMost = 36;
const nobody: readonly string[] = [];

/** What fits to what is being typed after a sign; reacts to text, never to keys. */
export function useCompletion(trigger: Trigger | undefined, channel: string): Completion {
  const workspace = useWorkspace();
  const people = useWorkspaceState((state) => state.people);
  const conversations = useWorkspaceState((state) => state.conversations);
  const book = useWorkspaceState((state) => state.emoji);
  const groups = useWorkspaceState((state) => state.groups);
  const messages = useWorkspaceState(
    (state) => state.histories[channel]?.segments.at(-1)?.messages,
  );
  const table = useEmojiTable();
  const favourites = useFavourites(favouritesMost);
  const tone = usePreference('skinTone');
  const [dismissed, setDismissed] = useState<number>();
  const [chosen, setChosen] = useState<{ query: string; id: string }>();
  const [shown, setShown] = useState(nobody);
  const active = trigger !== undefined && trigger.start !== dismissed ? trigger : undefined;
  const { sign, query } = active ?? {};
  const ended = trigger === undefined;
  const isMember = useIsMember(channel, sign === '@', shown);

  useEffect(() => {
    if (ended) setDismissed(undefined);
  }, [ended]);
  useEffect(() => {
    if (sign === ':') void loadEmoji().catch(() => undefined);
  }, [sign]);

  const choices = useMemo<Choice[]>(() => {
    if (sign === undefined || query === undefined) return [];
    const recent = new Set((messages ?? []).slice(-50).map(({ user }) => user));
    const pictures = picturesOf(book);
    const { parts, jumps } = workspace;
    const [visits, now] = [jumps.store.getState(), parts.now()];
    // As in the jump list: a few visits count most.
    const familiar = (user: string) => Math.min(1, Math.log1p(frecency(visits, user, now)) / 3);
    const things = { people, conversations, table, pictures, groups, favourites, tone };
    const known = { ...things, recent, isMember, familiar };
    return choicesOf({ sign, query }, known);
  }, [
    sign,
    query,
    people,
    conversations,
    book,
    groups,
    messages,
    table,
    favourites,
    tone,
    isMember,
    workspace,
  ]);

  const who = choices.flatMap(({ id, puts }) => (puts.kind === 'person' ? [id] : []));
  useEffect(() => {
    setShown(who);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- by what it says, not by its identity
  }, [who.join()]);

  // What comes later joins around the row that was the first, or was chosen: that one stays it.
  const key = sign === undefined || query === undefined ? undefined : sign + query;
  const at = chosen?.query === key ? choices.findIndex(({ id }) => id === chosen?.id) : -1;
  const selected = Math.max(0, at);
  const first = choices[selected]?.id;
  if (key !== undefined && first !== undefined && at < 0) setChosen({ query: key, id: first });
  return {
    choices,
    selected,
    select: (next) => {
      const choice = choices[(next + choices.length) % choices.length];
      if (key !== undefined && choice !== undefined) setChosen({ query: key, id: choice.id });
    },
    dismiss: () => setDismissed(active?.start),
  };
}
