import { useMemo } from 'react';
import { useWorkspace, useWorkspaceState } from '../../app/context';
import { dayKey } from '../../i18n/formats';
import { useSay, type Say } from '../../i18n/Texts';
import { useChannelsAsked } from '../browse/useChannelsAsked';
import { usePeopleAsked } from '../people/usePeopleAsked';
import { isDirect } from '../../models/sidebar';
import { nameOf } from '../../models/names';
import { matchScore, rankPeople } from '../../models/ranking';
import { compareTitles } from '../../models/titles';
import { daysBefore, filtersFor, type Asked } from '../../models/search';
import type { FoundChannel } from '../../protocol/generated';
import type { WorkspaceState } from '../../store/state';

export interface SearchChoice {
  /** What takes the place of what was typed. */
  insert: string;
  label: string;
  note: string;
  /** Whose face stands before it. */
  person?: string;
}

export const mostChoices = 8;

/** What may be meant at the caret. */
export function useSearchChoices(asked: Asked | undefined): readonly SearchChoice[] {
  const say = useSay();
  const workspace = useWorkspace();
  const people = useWorkspaceState((state) => state.people);
  const conversations = useWorkspaceState((state) => state.conversations);
  usePeopleAsked(asked && personIn(asked));
  const { channels: others } = useChannelsAsked(asked && channelIn(asked));
  return useMemo(() => {
    if (asked === undefined) return [];
    const { filter, typed } = asked;
    const choices =
      filter === undefined
        ? filtersFor(asked).map((each) => ({
            insert: `${each}:`,
            label: `${each}:`,
            note: say(`search.filter.${each}`),
          }))
        : valuesOf(filter, typed, {
            say,
            people,
            conversations,
            others,
            now: workspace.parts.now(),
          });
    const [only] = choices;
    const done = choices.length === 1 && only?.insert === `${filter}:${typed}`;
    return done ? [] : choices.slice(0, mostChoices);
  }, [asked, say, people, conversations, others, workspace]);
}

/** The name of somebody who may be meant. */
function personIn({ filter, typed }: Asked): string | undefined {
  const takes = filter === 'from' || filter === 'to' || (filter === 'in' && !typed.startsWith('#'));
  return takes ? typed.replace(/^@/, '') : undefined;
}

/** The name of a channel that may be meant. */
function channelIn({ filter, typed }: Asked): string | undefined {
  return filter === 'in' && !typed.startsWith('@') ? typed.replace(/^#/, '') : undefined;
}

interface Known {
  say: Say;
  people: WorkspaceState['people'];
  conversations: WorkspaceState['conversations'];
  /** Public channels that one is not in. */
  others: readonly FoundChannel[];
  now: number;
}

function valuesOf(
  filter: NonNullable<Asked['filter']>,
  typed: string,
  { say, people, conversations, others, now }: Known,
): SearchChoice[] {
  const name = typed.replace(/^[@#]/, '');
  const persons = () =>
    rankPeople({
      people: Object.values(people),
      query: name,
      limit: mostChoices,
      recent: new Set(),
    }).map((person) => ({
      insert: `${filter}:@${person.name}`,
      label: nameOf(person) ?? person.name,
      note: person.name,
      person: person.id,
    }));
  const fixed = (value: string, note: string) =>
    value.startsWith(typed) ? [{ insert: `${filter}:${value}`, label: value, note }] : [];
  switch (filter) {
    case 'from':
    case 'to':
      return [...fixed('me', say('search.me')), ...persons()];
    case 'in': {
      if (typed.startsWith('@')) return persons();
      const channels = channelsOf(name, { conversations, others });
      return typed.startsWith('#') ? channels : [...channels.slice(0, 5), ...persons()];
    }
    case 'has':
      return (['link', 'reaction', 'pin'] as const).flatMap((value) =>
        fixed(value, say(`search.has.${value}`)),
      );
    case 'is':
      return fixed('thread', say('search.is.thread'));
    case 'before':
    case 'after':
    case 'on':
      return daysBefore(now).flatMap((day) => fixed(dayKey(day.ms), say(`search.day.${day.name}`)));
  }
}

function channelsOf(
  query: string,
  { conversations, others }: Pick<Known, 'conversations' | 'others'>,
): SearchChoice[] {
  const unknown = others.filter(({ id }) => conversations[id] === undefined);
  const own = Object.values(conversations).filter((each) => !isDirect(each));
  return [...own, ...unknown]
    .flatMap(({ id, name = '' }) => {
      const joined = conversations[id] === undefined ? 0 : 15;
      const score = matchScore(query, [name]);
      return score > 0 ? [{ name, score: score + joined }] : [];
    })
    .sort((one, two) => two.score - one.score || compareTitles(one.name, two.name))
    .map(({ name }) => ({ insert: `in:#${name}`, label: `#${name}`, note: '' }));
}
