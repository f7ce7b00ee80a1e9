import type { Conversation, FoundChannel, Person } from '../../protocol/generated';
import type { Op } from '../../store/state';
import { nameOf } from '../names';
import { isDirect, rowOf } from '../sidebar';
import { namesOf, wordsAlone, type Names } from './match';
import { Run, Targets } from './runs';

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
  others: readonly Pick<FoundChannel, 'id' | 'name' | 'is_archived'>[];
  places: readonly Place[];
  titleOf: (conversation: Conversation) => string;
}

const quiet: Standing = {
  mention: false,
  unread: false,
  member: false,
  muted: false,
  gone: false,
  lastActive: 0,
};
const quietGone: Standing = { ...quiet, gone: true };

export function targetsOf(input: TargetsInput): Targets {
  const { conversations, people, others, places } = input;
  const direct = new Map<string, Conversation>();
  const first: Target[] = [];
  const last: Target[] = [];
  for (const each of Object.values(conversations)) {
    if (each.is_im && each.user !== undefined) direct.set(each.user, each);
    else first.push(ofConversation(each, input));
  }
  for (const { id, name, is_archived } of others) {
    if (conversations[id] !== undefined) continue;
    const stands = { ...quiet, gone: is_archived };
    last.push(new Found(id, 'channel', name, id, stands, wordNames));
  }
  for (const { key, kind, title } of places) {
    last.push(new Found(key, kind, title, undefined, quiet, wordNames));
  }
  return new Targets([new Run(first), ofPeople(people, direct, input), new Run(last)]);
}

const runs = new WeakMap<TargetsInput['people'], Run>();

/** Ten thousand stand as they stood until one of them changes, but for those one has written to. */
function ofPeople(
  people: TargetsInput['people'],
  direct: ReadonlyMap<string, Conversation>,
  input: TargetsInput,
): Run {
  const found = runs.get(people);
  const run =
    found ?? new Run(Object.values(people).map((each) => ofPerson(each, undefined, input)));
  if (found === undefined) runs.set(people, run);
  const held = new Map<string, Target>();
  for (const [user, each] of direct) {
    const person = people[user];
    if (person !== undefined) held.set(user, ofPerson(person, each, input));
  }
  return run.with(held);
}

type Standing = Pick<Target, 'mention' | 'unread' | 'member' | 'muted' | 'gone' | 'lastActive'>;

/** A class, since thousands are made while a list opens, and each then looks like the others. */
class Found implements Target {
  readonly mention: boolean;
  readonly unread: boolean;
  readonly member: boolean;
  readonly muted: boolean;
  readonly gone: boolean;
  readonly lastActive: number;

  constructor(
    readonly key: string,
    readonly kind: Target['kind'],
    readonly title: string,
    readonly channel: string | undefined,
    stands: Standing,
    private readonly read: (title: string) => Names,
  ) {
    this.mention = stands.mention;
    this.unread = stands.unread;
    this.member = stands.member;
    this.muted = stands.muted;
    this.gone = stands.gone;
    this.lastActive = stands.lastActive;
  }

  get names(): Names {
    return this.read(this.title);
  }
}

function ofConversation(each: Conversation, input: TargetsInput): Target {
  const { id, is_archived: gone, is_mpim } = each;
  const kind = isDirect(each) ? 'group' : each.is_private ? 'private' : 'channel';
  const read = is_mpim ? () => membersNames(each, input) : wordNames;
  return new Found(id, kind, input.titleOf(each), id, standing(each, gone, input), read);
}

function ofPerson(person: Person, held: Conversation | undefined, input: TargetsInput): Target {
  const gone = person.deleted === true;
  const still = gone ? quietGone : quiet;
  const stands = held === undefined ? still : standing(held, gone, input);
  const title = nameOf(person) ?? person.id;
  return new Found(person.id, 'person', title, held?.id, stands, () => personNames(person));
}

function standing(each: Conversation, gone: boolean, { ops, titleOf }: TargetsInput): Standing {
  const row = rowOf(each, { ops, titleOf });
  return {
    mention: row.count > 0,
    unread: row.unread,
    muted: row.muted,
    member: true,
    gone,
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
    initials: [],
    ...wordsAlone(all.flatMap(({ words }) => words)),
  };
}
