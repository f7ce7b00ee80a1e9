import { useMemo, useState } from 'react';
import { useWorkspaceState } from '../../../app/context';
import { complete, triggerAt, type Completed } from '../../../models/completion';
import { nameOf } from '../../../models/names';
import { matchScore, rankPeople } from '../../../models/ranking';
import type { Draft, Mention } from '../../../richtext/draft';

export interface Choice {
  id: string;
  label: string;
  handle: string;
  mention: Mention | undefined;
}

export interface Completion {
  choices: readonly Choice[];
  selected: number;
  select: (at: number) => void;
  dismiss: () => void;
  /** The draft with the chosen name in it. */
  accept: (at: number) => { draft: Draft; caret: number } | undefined;
}

const most = 8;
const broadcasts = ['channel', 'here'] as const;

/** People that fit what is being typed after an `@`; reacts to text, never to keys. */
export function useCompletion(draft: Draft, caret: number, channel: string): Completion {
  const people = useWorkspaceState((state) => state.people);
  const messages = useWorkspaceState(
    (state) => state.histories[channel]?.segments.at(-1)?.messages,
  );
  const [dismissed, setDismissed] = useState<number>();
  const [chosen, setChosen] = useState({ query: '', at: 0 });
  const trigger = triggerAt(draft.text, caret);
  const active = trigger !== undefined && trigger.start !== dismissed ? trigger : undefined;
  const query = active?.query;

  const choices = useMemo<Choice[]>(() => {
    if (query === undefined) return [];
    const recent = new Set((messages ?? []).slice(-50).map(({ user }) => user));
    const list = Object.values(people).filter(({ deleted }) => deleted !== true);
    const ranked = rankPeople({ people: list, query, limit: most, recent });
    const persons = ranked.map((person): Choice => {
      const name = nameOf(person) ?? person.name;
      const mention = { label: `@${name}`, user: person.id };
      return { id: person.id, label: name, handle: person.name, mention };
    });
    const all = broadcasts
      .filter((each) => matchScore(query, [each]) >= 70 || query === '')
      .map((each): Choice => ({ id: each, label: each, handle: '', mention: undefined }));
    return [...persons, ...all].slice(0, most);
  }, [query, people, messages]);

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
    accept: (at) => {
      const choice = choices[at];
      if (active === undefined || choice === undefined) return undefined;
      const done = complete(draft.text, caret, active, `@${choice.label}`);
      return { draft: withMention(draft, done, choice.mention), caret: done.caret };
    },
  };
}

function withMention(draft: Draft, { text }: Completed, mention: Mention | undefined): Draft {
  if (mention === undefined) return { ...draft, text };
  const others = draft.mentions.filter(({ label }) => label !== mention.label);
  return { text, mentions: [...others, mention] };
}
