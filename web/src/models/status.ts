import type { Person } from '../protocol/generated';

export interface Status {
  /** Without colons; empty if there is none. */
  emoji: string;
  text: string;
  /** Seconds since 1970; 0 for no end. */
  until: number;
}

type Said = Pick<Person, 'status_emoji' | 'status_text' | 'status_expiration'>;

/** What somebody says they are at, unless it is over. */
export function statusOf(said: Said | undefined, nowSeconds: number): Status | undefined {
  const {
    status_emoji: emoji = '',
    status_text: text = '',
    status_expiration: until = 0,
  } = said ?? {};
  if ((emoji === '' && text === '') || (until !== 0 && until <= nowSeconds)) return undefined;
  return { emoji: emoji.replace(/^:|:$/g, ''), text, until };
}

/** How long a status stays, or notifications are kept away. */
export const expiries = ['never', 'half', 'hour', 'hours', 'today', 'week', 'pick'] as const;
export type Expiry = (typeof expiries)[number];

const minuteMs = 60_000;

/** When it ends, in seconds since 1970; 0 for never. `picked` is a moment by the clock of this machine. */
export function expiryOf(expiry: Expiry, now: number, picked = ''): number {
  switch (expiry) {
    case 'never':
      return 0;
    case 'half':
      return seconds(now + 30 * minuteMs);
    case 'hour':
      return seconds(now + 60 * minuteMs);
    case 'hours':
      return seconds(now + 240 * minuteMs);
    case 'today':
      return seconds(endOfDay(now, 0));
    case 'week':
      return seconds(endOfDay(now, (7 - new Date(now).getDay()) % 7));
    case 'pick': {
      const ms = new Date(picked).getTime();
      return Number.isNaN(ms) ? 0 : seconds(ms);
    }
  }
}

function seconds(ms: number): number {
  return Math.floor(ms / 1000);
}

/** The last minute of a day; a week ends on Sunday. */
function endOfDay(now: number, days: number): number {
  const date = new Date(now);
  date.setDate(date.getDate() + days);
  return date.setHours(23, 59, 0, 0);
}
