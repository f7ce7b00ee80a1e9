import type { Channel, Conversation, Person } from '../../protocol/generated';
import type { Op } from '../../store/state';
import { nameOf } from '../names';
import { isDirect, rowOf } from '../sidebar';
import { namesOf, type Names } from './match';

/** Something that one can jump to. */
export interface Target {
  /** Stands for it in what is remembered: a channel, a person, a view, a command. */
  key: string;
  kind: 'channel' | 'private' | 'group' | 'person' | 'view' | 'setting' | 'command';
  title: string;
  /** Known once they are asked for: folding thousands takes longer than opening a list may. */
  readonly names: Names;
  /** The conversation, if there is one already. */
  channel: string | undefined;
  mention: boolean;
  unread: boolean;
  member: boolean;
  muted: boolean;
  /** Archived, or deactivated. */
  gone: boolean;
  /** Seconds. */
  lastActive: number;
}

export interface Place {
  key: string;
  kind: 'view' | 'setting' | 'command';
  title: string;
}

export interface TargetsInput {
  self: string;
  conversations: Readonly<Record<string, Conversation>>;
  people: Readonly<Record<string, Person>>;
  ops: readonly Op[];
  /** Public channels that one is not in. */
  others: readonly Channel[];
  places: readonly Place[];
  titleOf: (conversation: Conversation) => string;
}

const quiet = { mention: false, unread: false, muted: false, gone: false, lastActive: 0 };

export function targetsOf(input: TargetsInput): Target[] {
  const { conversations, people, others, places } = input;
  const direct = new Map<string, Conversation>();
  const targets: Target[] = [];
  for (const each of Object.values(conversations)) {
    if (each.is_im && each.user !== undefined) direct.set(each.user, each);
    else targets.push(ofConversation(each, input));
  }
  for (const person of Object.values(people)) {
    targets.push(ofPerson(person, direct.get(person.id), input));
  }
  for (const { id, name = '', is_archived } of others) {
    if (conversations[id] !== undefined) continue;
    targets.push({
      key: id,
      kind: 'channel',
      title: name,
      get names() {
        return wordNames(name);
      },
      channel: id,
      ...quiet,
      member: false,
      gone: is_archived,
    });
  }
  for (const { key, kind, title } of places) {
    targets.push({
      key,
      kind,
      title,
      get names() {
        return wordNames(title);
      },
      channel: undefined,
      ...quiet,
      member: false,
    });
  }
  return targets;
}

function ofConversation(each: Conversation, input: TargetsInput): Target {
  const { is_archived, is_mpim } = each;
  const title = input.titleOf(each);
  return {
    key: each.id,
    kind: isDirect(each) ? 'group' : each.is_private ? 'private' : 'channel',
    title,
    get names() {
      return is_mpim ? membersNames(each, input) : wordNames(title);
    },
    channel: each.id,
    gone: is_archived,
    ...standing(each, input),
  };
}

function ofPerson(person: Person, held: Conversation | undefined, input: TargetsInput): Target {
  return {
    key: person.id,
    kind: 'person',
    title: nameOf(person) ?? person.id,
    get names() {
      return personNames(person);
    },
    channel: held?.id,
    ...(held === undefined ? { ...quiet, member: false } : standing(held, input)),
    gone: person.deleted === true,
  };
}

function standing(each: Conversation, { ops, titleOf }: TargetsInput) {
  const row = rowOf(each, { ops, titleOf });
  return {
    mention: row.count > 0,
    unread: row.unread,
    muted: row.muted,
    member: true,
    lastActive: Math.max(Number(each.last_ts ?? 0), each.created),
  };
}

const mostTitles = 20_000;
const titles = new Map<string, Names>();

/** Of a title, folded once. */
function wordNames(title: string): Names {
  const found = titles.get(title);
  if (found !== undefined) return found;
  if (titles.size >= mostTitles) titles.clear();
  const names = namesOf([title]);
  titles.set(title, names);
  return names;
}

const known = new WeakMap<Person, Names>();

/** Folding ten thousand names takes its time: once for each person as they are. */
function personNames(person: Person): Names {
  const found = known.get(person);
  if (found !== undefined) return found;
  const names = namesOf([person.display_name ?? '', person.real_name, person.name]);
  known.set(person, names);
  return names;
}

function membersNames({ users = [] }: Conversation, { people, self }: TargetsInput): Names {
  const others = users.filter((user) => user !== self);
  const all = others.flatMap((user) => {
    const person = people[user];
    return person === undefined ? [] : [personNames(person)];
  });
  return {
    // A member's name finds the group, but the person alone answers to it better.
    whole: [],
    words: all.flatMap(({ words }) => words),
    initials: [],
  };
}
