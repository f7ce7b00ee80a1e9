import type { Trigger } from '../../../models/completion';
import { nameOf } from '../../../models/names';
import { compareTitles, matchScore, rankPeople } from '../../../models/ranking';
import type { Conversation, Person } from '../../../protocol/generated';
import type { EmojiTable } from '../../../richtext/emoji';
import type { Leaf } from '../../../richtext/tree';
import type { GroupBook } from '../../../store/groups';
import { searchOf } from '../../emoji/Picker/choices';

export interface Choice {
  id: string;
  label: string;
  /** What else is to be known of it. */
  note: string;
  /** What stands before it, if it is no person. */
  sign: string | undefined;
  picture?: string | undefined;
  /** What it puts in place of what was typed. */
  leaf: Exclude<Leaf, { kind: 'text' | 'link' }>;
}

export interface Known {
  people: Readonly<Record<string, Person>>;
  conversations: Readonly<Record<string, Conversation>>;
  table: EmojiTable | undefined;
  pictures: ReadonlyMap<string, string>;
  groups: GroupBook;
  favourites: readonly string[];
  /** Who spoke here lately. */
  recent: ReadonlySet<string>;
}

const most = 8;
const broadcasts = ['channel', 'here'] as const;

/** What fits to what is typed after a sign, the best first. */
export function choicesOf(
  { sign, query }: Pick<Trigger, 'sign' | 'query'>,
  known: Known,
): Choice[] {
  if (sign === '@') {
    const groups = groupsOf(query, known);
    const people = peopleOf(query, known).slice(0, most - groups.length);
    return [...people, ...groups, ...broadcastsOf(query)].slice(0, most);
  }
  return sign === '#' ? channelsOf(query, known) : emojiOf(query, known);
}

function peopleOf(query: string, { people, recent }: Known): Choice[] {
  const list = Object.values(people).filter(({ deleted }) => deleted !== true);
  return rankPeople({ people: list, query, limit: most, recent }).map((person) => ({
    id: person.id,
    label: nameOf(person) ?? person.name,
    note: person.name,
    sign: undefined,
    leaf: { kind: 'person', user: person.id },
  }));
}

/** Two at most, so that they push nobody away. */
function groupsOf(query: string, { groups }: Known): Choice[] {
  if (query === '') return [];
  return Object.values(groups)
    .filter(({ date_delete }) => date_delete === 0)
    .map((group) => ({ group, score: matchScore(query, [group.handle, group.name]) }))
    .filter(({ score }) => score >= 40)
    .sort((one, two) => two.score - one.score || compareTitles(one.group.handle, two.group.handle))
    .slice(0, 2)
    .map(({ group: { id, name, handle } }) => ({
      id,
      label: handle,
      note: name,
      sign: '@',
      leaf: { kind: 'group', group: id, label: `@${handle}` },
    }));
}

function broadcastsOf(query: string): Choice[] {
  return broadcasts
    .filter((each) => query === '' || matchScore(query, [each]) >= 70)
    .map((each) => ({
      id: each,
      label: each,
      note: '',
      sign: '@',
      leaf: { kind: 'broadcast', range: each },
    }));
}

function channelsOf(query: string, { conversations }: Known): Choice[] {
  return Object.values(conversations)
    .flatMap(({ id, name, is_archived: archived }) => {
      if (name === undefined) return [];
      const score = matchScore(query, [name]) - (archived ? 60 : 0);
      return score > 0 ? [{ id, name, score }] : [];
    })
    .sort((one, two) => two.score - one.score || compareTitles(one.name, two.name))
    .slice(0, most)
    .map(({ id, name }) => ({
      id,
      label: name,
      note: '',
      sign: '#',
      leaf: { kind: 'channel', channel: id },
    }));
}

function emojiOf(query: string, { table, pictures, favourites }: Known): Choice[] {
  if (table === undefined) return [];
  const found = searchOf(table, pictures, query);
  const liked = found.filter(({ name }) => favourites.includes(name));
  return [...new Set([...liked, ...found])].slice(0, most).map(({ name, glyph, picture }) => ({
    id: name,
    label: `:${name}:`,
    note: '',
    sign: glyph,
    picture,
    leaf: { kind: 'emoji', name },
  }));
}
