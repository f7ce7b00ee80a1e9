import type { Conversation, Person, UserId } from '../protocol/generated';

type People = Readonly<Record<UserId, Person>>;

/** What a person is called; names as given, never split. Blank fields count as absent. */
export function nameOf(person: Person | undefined): string | undefined {
  if (person === undefined) return undefined;
  return [person.display_name, person.real_name, person.name].find((each) => each?.trim());
}

/** A channel's name, or the names of those whom a direct or group message reaches. */
export function titleOf(
  conversation: Conversation,
  people: People,
  self: UserId,
  list: (names: string[]) => string,
): string {
  if (conversation.is_im) {
    return nameOf(people[conversation.user ?? '']) ?? conversation.user ?? '';
  }
  if (conversation.is_mpim) {
    const others = (conversation.users ?? []).filter((user) => user !== self);
    const names = others.map((user) => nameOf(people[user]) ?? user);
    return names.length > 0 ? list(names) : (conversation.name ?? '');
  }
  return conversation.name ?? '';
}

/** One or two graphemes for a face without a picture. */
export function initialsOf(name: string): string {
  const words = name.split(/[\s._-]+/).filter((word) => word !== '');
  const parts = words.length > 1 ? [words[0], words.at(-1)] : words;
  return parts.map((word) => firstGrapheme(word ?? '').toLocaleUpperCase()).join('');
}

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

function firstGrapheme(word: string): string {
  if (/^[!-~](?:[!-~]|$)/.test(word)) return word.charAt(0);
  const [first] = graphemes.segment(word);
  return first?.segment ?? '';
}

const hues = 12;

export function hueOf(id: string): number {
  let hash = 0;
  for (const char of id) hash = (hash * 31 + (char.codePointAt(0) ?? 0)) >>> 0;
  return hash % hues;
}
