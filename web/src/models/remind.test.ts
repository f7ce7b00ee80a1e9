import { expect, test } from 'vitest';
import { reminderMs } from './remind';

const at = (text: string) => new Date(text).getTime();

test.each([
  ['soon', '2026-11-26T10:00', '2026-11-26T10:20'],
  ['hours', '2026-11-26T23:00', '2026-11-27T02:00'],
  ['tomorrow', '2026-11-26T10:00', '2026-11-27T09:00'],
  ['monday', '2026-11-26T10:00', '2026-11-30T09:00'],
  ['monday', '2026-11-30T08:00', '2026-12-07T09:00'],
] as const)('%s of %s is %s', (id, now, then) => {
  expect(new Date(reminderMs(id, at(now)))).toEqual(new Date(then));
});
