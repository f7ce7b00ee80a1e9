import { expect, test } from 'vitest';
import { localTime } from './localTime';

const noon = Date.UTC(2026, 10, 24, 12);

test('the clock is that of the zone, or of the offset where the zone is not known', () => {
  expect(localTime('de', noon, 'Asia/Tokyo', 0)).toBe('21:00');
  expect(localTime('de', noon, 'Nowhere/At all', 3600)).toBe('13:00');
});
