/** When one can be reminded of something, with a name for it. */
export const reminders = ['soon', 'hour', 'hours', 'tomorrow', 'monday'] as const;
export type ReminderId = (typeof reminders)[number];

const minuteMs = 60_000;

/** The moment in milliseconds since 1970; days begin at nine by the clock of this machine. */
export function reminderMs(id: ReminderId, now: number): number {
  switch (id) {
    case 'soon':
      return now + 20 * minuteMs;
    case 'hour':
      return now + 60 * minuteMs;
    case 'hours':
      return now + 180 * minuteMs;
    case 'tomorrow':
      return morning(now, 1);
    case 'monday':
      return morning(now, (8 - new Date(now).getDay()) % 7 || 7);
  }
}

function morning(now: number, days: number): number {
  const date = new Date(now);
  date.setDate(date.getDate() + days);
  return date.setHours(9, 0, 0, 0);
}
