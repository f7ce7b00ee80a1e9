import { useLanguage, type Language } from './Texts';

export interface Formats {
  time: (ms: number) => string;
  full: (ms: number) => string;
  date: (ms: number) => string;
  day: (ms: number, now: number) => string;
  /** A time of today, else with its day. */
  moment: (ms: number, now: number) => string;
  list: (names: string[]) => string;
  percent: (share: number) => string;
  /** A size of so many bytes, in the unit that suits it. */
  bytes: (count: number) => string;
}

/** Of each language. */
const made = new WeakMap<Language, Formats>();

export function useFormats(): Formats {
  const language = useLanguage();
  const formats = made.get(language) ?? formatsOf(language);
  made.set(language, formats);
  return formats;
}

function formatsOf({ locale, say }: Language): Formats {
  const dates = (options: Intl.DateTimeFormatOptions) =>
    onDemand(() => new Intl.DateTimeFormat(locale, options));
  const clock = { hour: '2-digit', minute: '2-digit' } as const;
  const time = dates(clock);
  const full = dates({ dateStyle: 'full', timeStyle: 'long' });
  const date = dates({ dateStyle: 'long' });
  const day = dates({ weekday: 'long', day: 'numeric', month: 'long' });
  const short = dates({ day: 'numeric', month: 'short', ...clock });
  const percent = onDemand(() => new Intl.NumberFormat(locale, { style: 'percent' }));
  const list = onDemand(() => new Intl.ListFormat(locale, { type: 'conjunction' }));
  return {
    time: (ms) => time().format(ms),
    full: (ms) => full().format(ms),
    date: (ms) => date().format(ms),
    day: (ms, now) => {
      const name = dayKey(ms);
      if (name === dayKey(now)) return say('list.today');
      if (name === dayKey(now - 86_400_000)) return say('list.yesterday');
      return now - ms > 300 * 86_400_000 ? date().format(ms) : day().format(ms);
    },
    moment: (ms, now) => {
      if (dayKey(ms) === dayKey(now)) return time().format(ms);
      return now - ms > 300 * 86_400_000 ? date().format(ms) : short().format(ms);
    },
    list: (names) => list().format(names),
    percent: (share) => percent().format(share),
    bytes: (count) => bytesOf(locale, count),
  };
}

/** Made when it is first needed: each takes a part of what a start may. */
function onDemand<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}

function bytesOf(locale: string, count: number): string {
  const steps = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;
  const step = Math.min(steps.length - 1, Math.floor(Math.log10(Math.max(1, count)) / 3));
  const unit = { style: 'unit', unit: steps[step] ?? 'byte', unitDisplay: 'short' } as const;
  const shown = new Intl.NumberFormat(locale, { ...unit, maximumFractionDigits: step > 1 ? 1 : 0 });
  return shown.format(count / 1000 ** step);
}

/** The local day of an instant, as `2026-11-24`. */
export function dayKey(ms: number): string {
  const date = new Date(ms);
  const month = String(date.getMonth() + 1).padStart(2, '0');
  return `${date.getFullYear()}-${month}-${String(date.getDate()).padStart(2, '0')}`;
}
