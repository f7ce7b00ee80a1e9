import { reminderMs } from './remind';

/** When a message can go out, with a name for it. */
export const schedules = ['hour', 'tomorrow', 'monday'] as const;
export type ScheduleId = (typeof schedules)[number];

/** The server takes no message for later than that. */
export const farthestDays = 120;

const minuteMs = 60_000;
const dayMs = 86_400_000;

/** The moments that are offered, in milliseconds since 1970: whole minutes, as they are shown; each once. */
export function scheduleChoices(now: number): { id: ScheduleId; ms: number }[] {
  const minute = Math.floor(now / minuteMs) * minuteMs;
  const all = schedules.map((id) => ({ id, ms: reminderMs(id, minute) }));
  return all.filter(({ ms }, at) => all.findIndex((each) => each.ms === ms) === at);
}

/** Why a message cannot go out at a moment. */
export function timeProblem(ms: number, now: number): 'past' | 'far' | undefined {
  if (!(ms > now)) return 'past';
  return ms > now + farthestDays * dayMs ? 'far' : undefined;
}

/** An instant as a field for local date and time writes it. */
export function localInput(ms: number): string {
  const date = new Date(ms - new Date(ms).getTimezoneOffset() * 60_000);
  return date.toISOString().slice(0, 16);
}

/** The next full hour. */
export function nextHour(now: number): number {
  return new Date(now).setMinutes(60, 0, 0);
}
