import { useEffect, useMemo, useState } from 'react';
import { useFavourites } from '../../../app/favourites';
import { useWorkspaceState } from '../../../app/context';
import type { Trigger } from '../../../models/completion';
import { loadEmoji, useEmojiTable } from '../../../richtext/emoji';
import { picturesOf } from '../../../store/emoji';
import { choicesOf, type Choice } from './choices';

export interface Completion {
  choices: readonly Choice[];
  selected: number;
  select: (at: number) => void;
  dismiss: () => void;
}

const favouritesMost = 36;

/** What fits to what is being typed after a sign; reacts to text, never to keys. */
export function useCompletion(trigger: Trigger | undefined, channel: string): Completion {
  const people = useWorkspaceState((state) => state.people);
  const conversations = useWorkspaceState((state) => state.conversations);
  const book = useWorkspaceState((state) => state.emoji);
  const groups = useWorkspaceState((state) => state.groups);
  const messages = useWorkspaceState(
    (state) => state.histories[channel]?.segments.at(-1)?.messages,
  );
  const table = useEmojiTable();
  const favourites = useFavourites(favouritesMost);
  const [dismissed, setDismissed] = useState<number>();
  const [chosen, setChosen] = useState({ query: '', at: 0 });
  const active = trigger !== undefined && trigger.start !== dismissed ? trigger : undefined;
  const { sign, query } = active ?? {};
  const ended = trigger === undefined;

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
    const known = { people, conversations, table, pictures, groups, favourites, recent };
    return choicesOf({ sign, query }, known);
  }, [sign, query, people, conversations, book, groups, messages, table, favourites]);

  const selected = chosen.query === query ? Math.min(chosen.at, choices.length - 1) : 0;
  return {
    choices,
    selected,
    select: (at) => {
      if (query !== undefined && choices.length > 0) {
        setChosen({ query, at: (at + choices.length) % choices.length });
      }
    },
    dismiss: () => setDismissed(active?.start),
  };
}
