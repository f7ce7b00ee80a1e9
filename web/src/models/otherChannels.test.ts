import { expect, test } from 'vitest';
import type { FoundChannel } from '../protocol/generated';
import { learned, mostKnown } from './otherChannels';

const channel = (name: string, fields: Partial<FoundChannel> = {}): FoundChannel => ({
  id: `C${name}`,
  name,
  is_archived: false,
  is_member: false,
  num_members: 1,
  ...fields,
});
const whole = (...channels: FoundChannel[]) => ({ channels, next_cursor: '' });

test('what is found joins what was found before, and the same answer again changes nothing', () => {
  const known = learned([], 'boa', whole(channel('boats')));
  const more = learned(known, 'a', whole(channel('attic'), channel('boats')));
  expect(more).toEqual([channel('attic'), channel('boats')]);
  expect(more[1]).toBe(known[0]);
  expect(learned(more, 'boa', whole(channel('boats')))).toBe(more);
});

test('what an answer no longer has is forgotten, what it says otherwise is changed', () => {
  const known = [channel('boats'), channel('attic'), channel('boat-house')];
  const renamed = channel('ships', { id: 'Cboat-house' });
  expect(learned(known, 'boat', whole())).toEqual([channel('attic')]);
  expect(learned(known, 'boat', { channels: [], next_cursor: 'x' })).toBe(known);
  expect(learned(known, 'ship', whole(renamed))).toEqual([
    channel('boats'),
    channel('attic'),
    renamed,
  ]);
});

test('channels that one is in are the page’s already', () => {
  const joined = channel('boats', { is_member: true });
  expect(learned([channel('boats')], 'boats', whole(joined))).toEqual([]);
});

test('of many those found first are forgotten', () => {
  const many = Array.from({ length: mostKnown }, (_, at) => channel(`x${at}`));
  const next = learned(many, 'new', whole(channel('new')));
  expect(next).toHaveLength(mostKnown);
  expect(next[0]?.name).toBe('x1');
  expect(next.at(-1)?.name).toBe('new');
});

test('what is found again is not what is forgotten next', () => {
  const many = Array.from({ length: mostKnown }, (_, at) => channel(`x${at}`));
  const next = learned(many, 'x0', { channels: [channel('x0'), channel('new')], next_cursor: 'x' });
  expect(next.slice(-2)).toEqual([channel('x0'), channel('new')]);
  expect(next[0]?.name).toBe('x2');
  expect(next).toHaveLength(mostKnown);
});
