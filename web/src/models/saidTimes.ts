const begins =
  /^(?:in|at|on|every|everyday|daily|weekly|monthly|yearly|weekdays|today|tonight|tomorrow|next|this|noon|midnight|the day|day after|mon|tue|wed|thu|fri|sat|sun|@|\d)/i;

export interface Reminded {
  what: string;
  when: string;
}

/** How "me to call Ann tomorrow at 10" may fall apart into what and when, the likeliest first. */
export function reminderParts(said: string): Reminded[] {
  const words = said.trim().replace(/^me\b\s*/i, '');
  const parts: Reminded[] = [];
  for (const { index } of words.matchAll(/(?<=\s)\S/g)) {
    const when = words.slice(index);
    if (begins.test(when)) parts.push({ what: bare(words.slice(0, index)), when });
  }
  return parts.filter(({ what }) => what !== '');
}

function bare(what: string): string {
  return what
    .trim()
    .replace(/^(?:to|that)\s+/i, '')
    .replace(/^(["“])(.*)["”]$/s, '$2');
}

const units: readonly [RegExp, number][] = [
  [/^(?:m|min|mins|minutes?)$/i, 1],
  [/^(?:h|hr|hrs|hours?)$/i, 60],
  [/^(?:d|days?)$/i, 24 * 60],
];

/** Minutes, of what is said like "30 minutes" or "2h"; an hour if nothing is said. */
export function minutesOf(said: string): number | undefined {
  if (said === '') return 60;
  const [, count = '', unit = ''] = /^(?:for )?(\d{1,4}|an?)\s*([a-z]*)$/i.exec(said.trim()) ?? [];
  if (count === '') return undefined;
  const each = unit === '' ? 1 : units.find(([pattern]) => pattern.test(unit))?.[1];
  return each === undefined ? undefined : each * (/^a/i.test(count) ? 1 : Number(count));
}
