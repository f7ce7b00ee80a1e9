import { expect, test } from 'vitest';
import { alice, userOf } from '../testing/builders';
import { personOf, withPeople } from './people';

test('somebody who is in another time zone now is somebody changed', () => {
  const before = withPeople({}, [personOf(userOf(alice))]);
  const there = personOf({ ...userOf(alice), tz_offset: 3600 });

  expect(withPeople(before, [there])[alice.id]?.tz_offset).toBe(3600);
  expect(withPeople(before, [personOf(userOf(alice))])).toBe(before);
});
