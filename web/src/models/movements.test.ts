import { expect, test } from 'vitest';
import type { Message } from '../protocol/generated';
import { alice, bob, message } from '../testing/builders';
import { movementsOf } from './movements';

const line = (user: string, more: Partial<Message>) => message({ user, ...more });
const join = (user: string, inviter?: string) =>
  line(user, { subtype: 'channel_join', ...(inviter === undefined ? {} : { inviter }) });
const leave = (user: string, actor?: string) =>
  line(user, { subtype: 'channel_leave', ...(actor === undefined ? {} : { actor }) });

function told(run: readonly Message[]): string[] {
  return movementsOf(run).map(({ kind, by, messages }) =>
    [kind, by ?? 'themselves', ...messages.map(({ user }) => user)].join(' '),
  );
}

test('who left and who was removed are told apart, and by whom', () => {
  const run = [leave('U3'), leave('U4', alice.id), leave('U5', bob.id), leave('U6', alice.id)];

  expect(told(run)).toEqual(['left themselves U3', `left ${alice.id} U4 U6`, `left ${bob.id} U5`]);
});

test('joins come first and in one, with who invited if it was one person', () => {
  expect(told([leave('U3'), join('U4', bob.id), join('U5', bob.id)])).toEqual([
    `joined ${bob.id} U4 U5`,
    'left themselves U3',
  ]);
  expect(told([join('U4', bob.id), join('U5')])).toEqual(['joined themselves U4 U5']);
});
