import { expect, test } from 'vitest';
import { bob, booted } from '../testing/builders';
import { apply } from './apply';

test('who is there is known as it was last told', () => {
  const one = apply(booted(), { type: 'presence', active: [bob.id, 'U3'], away: ['U4'] }, 0).state;
  const two = apply(one, { type: 'presence', active: [], away: [bob.id] }, 0).state;

  expect(one.active).toEqual({ [bob.id]: true, U3: true, U4: false });
  expect(two.active[bob.id]).toBe(false);
  expect(two.active['U3']).toBe(true);
});

test('what one says of oneself on another device is known', () => {
  const away = apply(booted(), { type: 'manual_presence_change', presence: 'away' }, 0).state;
  const back = apply(away, { type: 'manual_presence_change', presence: 'active' }, 0).state;

  expect([away.saysAway, back.saysAway]).toEqual([true, false]);
});
