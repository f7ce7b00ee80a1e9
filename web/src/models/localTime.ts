/** What the clock says where somebody is; by their offset if the browser does not know the zone. */
export function localTime(locale: string, now: number, zone: string, offset: number): string {
  const shape = { hour: '2-digit', minute: '2-digit' } as const;
  try {
    return new Intl.DateTimeFormat(locale, { ...shape, timeZone: zone }).format(now);
  } catch {
    const there = now + offset * 1000;
    return new Intl.DateTimeFormat(locale, { ...shape, timeZone: 'UTC' }).format(there);
  }
}

/** Hours at which most people do not work, from the evening until the morning. */
const [evening, morning] = [21, 8];

/** Whether it is late or early where somebody is. */
export function isOddHour(now: number, offset: number): boolean {
  const hour = new Date(now + offset * 1000).getUTCHours();
  return hour >= evening || hour < morning;
}
