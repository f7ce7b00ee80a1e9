import type { Trigger } from '../../../models/triggers';
import { nameOf } from '../../../models/names';
import type { Preferences } from '../../../models/preferences';
import { matchScore, rankPeople } from '../../../models/ranking';
import { compareTitles } from '../../../models/titles';
import type { Conversation, FoundChannel, Person } from '../../../protocol/generated';
import { tonedAs, type EmojiTable } from '../../../richtext/emoji';
import type { Leaf } from '../../../richtext/tree';
import type { GroupBook } from '../../../store/groups';
import { searchOf } from '../../emoji/Picker/choices';
import { slashes, type SlashName } from '../Slash/slashes';
import type { IsMember } from './members';

export interface Choice {
  id: string;
  label: string;
  /** What else is to be known of it. */
  note: string;
  /** What stands before it, if it is no person. */
  sign: string | undefined;
  picture?: string | undefined;
  /** Somebody who is not in the channel. */
  outside?: boolean;
  /** What it puts in place of what was typed: what stands for a thing, or a command. */
  puts: Exclude<Leaf, { kind: 'text' | 'link' }> | { kind: 'slash'; name: SlashName };
}

export interface Known {
  people: Readonly<Record<string, Person>>;
  conversations: Readonly<Record<string, Conversation>>;
  /** Public channels that one is not in. */
  others: readonly Pick<FoundChannel, 'id' | 'name' | 'is_archived'>[];
  table: EmojiTable | undefined;
  pictures: ReadonlyMap<string, string>;
  groups: GroupBook;
  favourites: readonly string[];
  /** Of emoji that have one. */
  tone: Preferences['skinTone'];
  /** Who spoke here lately. */
  recent: ReadonlySet<string>;
  /** How much one has to do with people directly, 0 to 1. */
  familiar: (user: string) => number;
  /** Who is in the channel, where that is known. */
  isMember: IsMember | undefined;
}

/** No more rows than that stand above the field (client.md 5). */
export const most = 8;
const broadcasts = ['channel', 'here'] as const;

/** What fits to what is typed after a sign, the best first. */
export function choicesOf(
  { sign, query }: Pick<Trigger, 'sign' | 'query'>,
  known: Known,
): Choice[] {
  switch (sign) {
    case '@': {
      const groups = groupsOf(query, known);
      const people = peopleOf(query, known).slice(0, most - groups.length);
      return [...people, ...groups, ...broadcastsOf(query)].slice(0, most);
    }
    case '#':
      return channelsOf(query, known);
    case ':':
      return emojiOf(query, known);
    case '/':
      return slashesOf(query);
  }
}

function peopleOf(query: string, { people, recent, isMember, familiar }: Known): Choice[] {
  const bonusOf = (user: string) => (isMember?.(user) === true ? 15 : 0) + 25 * familiar(user);
  const list = Object.values(people).filter(({ deleted }) => deleted !== true);
  const ranked = rankPeople({ people: list, query, limit: most, recent, bonusOf });
  const choices = ranked.map((person): Choice => ({
    id: person.id,
    label: nameOf(person) ?? person.name,
    note: person.name,
    sign: undefined,
    outside: isMember?.(person.id) === false,
    puts: { kind: 'person', user: person.id },
  }));
  // Those who will not see it stand below those who will.
  return [...choices.filter(({ outside }) => !outside), ...choices.filter((each) => each.outside)];
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
      puts: { kind: 'group', group: id, label: `@${handle}` },
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
      puts: { kind: 'broadcast', range: each },
    }));
}

function channelsOf(query: string, { conversations, others }: Known): Choice[] {
  const unknown = others.filter(({ id }) => conversations[id] === undefined);
  return [...Object.values(conversations), ...unknown]
    .flatMap(({ id, name, is_archived: archived }) => {
      if (name === undefined) return [];
      const joined = conversations[id] === undefined ? 0 : 15;
      const score = matchScore(query, [name]) - (archived ? 60 : 0);
      return score > 0 ? [{ id, name, score: score + joined }] : [];
    })
    .sort((one, two) => two.score - one.score || compareTitles(one.name, two.name))
    .slice(0, most)
    .map(({ id, name }) => ({
      id,
      label: name,
      note: '',
      sign: '#',
      puts: { kind: 'channel', channel: id },
    }));
}

function emojiOf(query: string, { table, pictures, favourites, tone }: Known): Choice[] {
  if (table === undefined) return [];
  const found = searchOf(table, pictures, query);
  const liked = found.filter(({ name }) => favourites.includes(name));
  return [...new Set([...liked, ...found])].slice(0, most).map(({ name, glyph, picture }) => {
    const toned = picture === undefined ? tonedAs(table, tone, name) : undefined;
    return {
      id: name,
      label: `:${name}:`,
      note: '',
      sign: toned?.glyph ?? glyph,
      picture,
      puts: { kind: 'emoji', name: toned?.name ?? name },
    };
  });
}

function slashesOf(query: string): Choice[] {
  return slashes
    .filter(({ name }) => name.startsWith(query))
    .map(({ name }) => ({
      id: name,
      label: name,
      note: '',
      sign: '/',
      puts: { kind: 'slash', name },
    }));
}
