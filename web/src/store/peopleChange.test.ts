import { expect, test } from 'vitest';
import { alice, userOf } from '../testing/builders';
import { holdsEverybody, personOf, readAhead, withPeople } from './people';

test('somebody who is in another time zone now is somebody changed', () => {
  const before = withPeople({}, [personOf(userOf(alice))]);
  const there = personOf({ ...userOf(alice), tz: 'Europe/Vienna', tz_offset: 3600 });

  expect(withPeople(before, [there])[alice.id]?.tz_offset).toBe(3600);
  expect(withPeople(before, [personOf(userOf(alice))])).toBe(before);
});

test('somebody in UTC is known to be there; of who has said no zone nothing is', () => {
  expect(personOf({ ...userOf(alice), tz: 'UTC', tz_offset: 0 }).tz_offset).toBe(0);
  expect(personOf(userOf(alice))).not.toHaveProperty('tz_offset');
});

test('nobody is missing until there are more than are read ahead', () => {
  const person = personOf(userOf(alice));
  const ids = Array.from({ length: readAhead - 1 }, (_, at) => [`U${at}`, person]);
  const people = Object.fromEntries(ids) as Record<string, typeof person>;
  expect(holdsEverybody({ allPeople: true, people })).toBe(true);
  expect(holdsEverybody({ allPeople: false, people })).toBe(false);
  expect(holdsEverybody({ allPeople: true, people: { ...people, UX: person } })).toBe(false);
  expect(holdsEverybody({ allPeople: true, people })).toBe(true);
});
