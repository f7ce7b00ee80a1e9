/** What narrows a search, as the server reads it (`docs/api/search.messages.md`). */
export const filters = ['from', 'in', 'to', 'has', 'is', 'before', 'after', 'on'] as const;
export type Filter = (typeof filters)[number];

const term = /(-?)(?:(from|in|to|before|after|on|during|has|is):)?(?:"([^"]*)"|(\S+))/g;

/** The words that must occur, in lower case; several in quotes are one. */
export function wordsOf(query: string): string[] {
  return [...query.matchAll(term)].flatMap(([, not, filter, quoted, plain]) => {
    const word = (quoted ?? plain ?? '').toLowerCase();
    return not === '' && filter === undefined && word !== '' ? [word] : [];
  });
}

/** Finds the words of a query in a text; nothing if it has none. */
export function patternOf(query: string): RegExp | undefined {
  const words = wordsOf(query).toSorted((one, two) => two.length - one.length);
  if (words.length === 0) return undefined;
  return new RegExp(`(${words.map(literally).join('|')})`, 'giu');
}

function literally(word: string): string {
  return word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}

/** What is asked of the server: a conversation that the search is limited to is one filter more. */
export function queryIn(query: string, channel: string | undefined): string {
  return channel === undefined ? query.trim() : `${query} in:${channel}`.trim();
}

/** What stands at the caret and may be completed. */
export interface Asked {
  start: number;
  end: number;
  /** Leaves out what follows. */
  not: boolean;
  /** Nothing while only the name of a filter can be meant. */
  filter: Filter | undefined;
  typed: string;
}

export function askedAt(text: string, caret: number): Asked {
  const start = text.slice(0, caret).search(/\S*$/);
  const length = text.slice(caret).search(/\s|$/);
  const [, not = '', name, typed = ''] =
    /^(-?)(?:([a-z]+):)?(.*)$/su.exec(text.slice(start, caret)) ?? [];
  const filter = filters.find((each) => each === name);
  const asked = { start, end: caret + length, not: not !== '' };
  if (filter !== undefined) return { ...asked, filter, typed };
  return { ...asked, filter: undefined, typed: name === undefined ? typed : `${name}:${typed}` };
}

/** The filters whose names begin like what was typed. */
export function filtersFor({ filter, typed }: Asked): readonly Filter[] {
  if (filter !== undefined) return [];
  return filters.filter((each) => each.startsWith(typed.toLowerCase()));
}

/** The text with what was chosen in place of what was asked. */
export function filled(
  text: string,
  asked: Asked,
  chosen: string,
): { text: string; caret: number } {
  const open = chosen.endsWith(':');
  const rest = text.slice(asked.end);
  const gap = open || rest.startsWith(' ') ? '' : ' ';
  const before = text.slice(0, asked.start) + (asked.not ? '-' : '') + chosen + gap;
  return { text: before + rest, caret: before.length + (open || gap !== '' ? 0 : 1) };
}

export interface DayChoice {
  name: 'today' | 'yesterday' | 'week' | 'month';
  ms: number;
}

const dayMs = 86_400_000;

/** Days that are often meant. */
export function daysBefore(now: number): readonly DayChoice[] {
  return [
    { name: 'today', ms: now },
    { name: 'yesterday', ms: now - dayMs },
    { name: 'week', ms: now - 7 * dayMs },
    { name: 'month', ms: now - 30 * dayMs },
  ];
}
