import { dayKey } from '../i18n/formats';

/** The beginning of a day so many days before an instant, in milliseconds since 1970. */
export function dayStart(ms: number, daysBefore: number): number {
  const date = new Date(ms);
  return new Date(date.getFullYear(), date.getMonth(), date.getDate() - daysBefore).getTime();
}

/** The beginning of a local day that is written as `2026-11-24`; NaN if it is none. */
export function dayStartOf(day: string): number {
  return /^\d{4}-\d\d-\d\d$/.test(day) ? new Date(`${day}T00:00`).getTime() : Number.NaN;
}

/** Why one cannot go to what was said on a day. */
export function dayProblem(day: string, now: number): 'none' | 'future' | undefined {
  const ms = dayStartOf(day);
  if (Number.isNaN(ms) || ms < 0) return 'none';
  return day > dayKey(now) ? 'future' : undefined;
}
