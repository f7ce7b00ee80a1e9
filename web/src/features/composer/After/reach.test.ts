import { expect, test } from 'vitest';
import type { Usergroup } from '../../../protocol/generated';
import { reachOf } from './reach';

const group = (id: string, from: number, count: number) =>
  ({ id, users: Array.from({ length: count }, (_, at) => `U${from + at}`) }) as Usergroup;
const groups = { S1: group('S1', 0, 40), S2: group('S2', 20, 40), S3: group('S3', 0, 5) };
const asked = (text: string, members = 51) => reachOf(text, members, groups);

test('the whole channel is asked about above fifty', () => {
  expect(asked('<!channel> lunch', 50)).toBeUndefined();
  expect(asked('<!channel> lunch')).toEqual({ kind: 'channel', count: 50 });
  expect(asked('<!here|here> lunch', 1205)).toEqual({ kind: 'here', count: 1204 });
  expect(asked('@channel is a word')).toBeUndefined();
});

test('of groups everybody counts once', () => {
  expect(asked('<!subteam^S1> and <!subteam^S3>')).toBeUndefined();
  expect(asked('<!subteam^S1|@ops> and <!subteam^S2>')).toEqual({ kind: 'channel', count: 60 });
});
