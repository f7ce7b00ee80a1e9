import { useEffect, useMemo, useState } from 'react';
import { useFavourites } from '../../../app/favourites';
import { useWorkspace, useWorkspaceState } from '../../../app/context';
import { usePreference } from '../../../app/preferences';
import type { Trigger } from '../../../models/triggers';
import { aroundChosen, type Chosen } from '../../../models/around';
import { frecency } from '../../../models/jump/score';
import { loadEmoji, useEmojiTable } from '../../../richtext/emoji';
import { picturesOf } from '../../../store/emoji';
import { choicesOf, most, type Choice } from './choices';
import { useChannelsAsked } from '../../browse/useChannelsAsked';
import { usePeopleAsked } from '../../people/usePeopleAsked';
import { useIsMember } from './members';

export interface Completion {
  choices: readonly Choice[];
  /** Nothing is known yet, but something may come. */
  waits: boolean;
  selected: number;
  select: (at: number) => void;
  dismiss: () => void;
}

const favouritesMost = 36;
const nobody: readonly string[] = [];
const idOf = ({ id }: Choice) => id;

/** What fits to what is being typed after a sign; reacts to text, never to keys. */
export function useCompletion(trigger: Trigger | undefined, channel: string): Completion {
  const workspace = useWorkspace();
  const ended = trigger === undefined;
  const people = useWorkspaceState((state) => state.people);
  // While nothing is completed, what happens elsewhere is no news.
  const conversations = useWorkspaceState((state) => (ended ? undefined : state.conversations));
  const book = useWorkspaceState((state) => state.emoji);
  const groups = useWorkspaceState((state) => state.groups);
  const messages = useWorkspaceState((state) =>
    ended ? undefined : state.histories[channel]?.segments.at(-1)?.messages,
  );
  const table = useEmojiTable();
  const favourites = useFavourites(favouritesMost);
  const tone = usePreference('skinTone');
  const [noEmoji, setNoEmoji] = useState(false);
  const [dismissed, setDismissed] = useState<number>();
  const [chosen, setChosen] = useState<Chosen<Choice> & { query: string }>();
  const [shown, setShown] = useState(nobody);
  const active = trigger !== undefined && trigger.start !== dismissed ? trigger : undefined;
  const { sign, query } = active ?? {};
  const isMember = useIsMember(channel, sign === '@', shown);

  useEffect(() => {
    if (ended) setDismissed(undefined);
  }, [ended]);
  useEffect(() => {
    if (sign !== ':') return;
    loadEmoji().then(
      () => setNoEmoji(false),
      () => setNoEmoji(true),
    );
  }, [sign]);

  const askingPeople = usePeopleAsked(sign === '@' ? query : undefined);
  const { channels: others, asking } = useChannelsAsked(sign === '#' ? query : undefined);
  const coming = askingPeople || asking || (sign === ':' && table === undefined && !noEmoji);

  const found = useMemo<Choice[]>(() => {
    if (sign === undefined || query === undefined || conversations === undefined) return [];
    const recent = new Set((messages ?? []).slice(-50).map(({ user }) => user));
    const pictures = picturesOf(book);
    const { parts, jumps } = workspace;
    const [visits, now] = [jumps.store.getState(), parts.now()];
    // As in the jump list: a few visits count most.
    const familiar = (user: string) => Math.min(1, Math.log1p(frecency(visits, user, now)) / 3);
    const things = { people, conversations, others, table, pictures, groups, favourites, tone };
    const known = { ...things, recent, isMember, familiar };
    return choicesOf({ sign, query }, known);
  }, [
    sign,
    query,
    people,
    conversations,
    others,
    book,
    groups,
    messages,
    table,
    favourites,
    tone,
    isMember,
    workspace,
  ]);

  // What comes later joins around the row that was the first, or was chosen: that one stays there.
  const key = sign === undefined || query === undefined ? undefined : sign + query;
  const held = chosen?.query === key ? chosen : undefined;
  const choices =
    held === undefined ? found : aroundChosen(found, held, idOf, Math.max(most, found.length));
  const at = held === undefined ? -1 : choices.findIndex(({ id }) => id === held.row.id);
  const selected = Math.max(0, at);
  const first = choices[selected];
  if (key !== undefined && first !== undefined && at < 0) {
    setChosen({ query: key, row: first, at: selected });
  }

  const who = choices.flatMap(({ id, puts }) => (puts.kind === 'person' ? [id] : []));
  useEffect(() => {
    setShown(who);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- by what it says, not by its identity
  }, [who.join()]);

  return {
    choices,
    waits: coming && choices.length === 0,
    selected,
    select: (next) => {
      const to = (next + choices.length) % choices.length;
      const row = choices[to];
      if (key !== undefined && row !== undefined) setChosen({ query: key, row, at: to });
    },
    dismiss: () => setDismissed(active?.start),
  };
}
