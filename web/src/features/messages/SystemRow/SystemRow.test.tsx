// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { useFormats } from '../../../i18n/formats';
import { newLanguage, Texts } from '../../../i18n/Texts';
import type { Message } from '../../../protocol/generated';
import { message } from '../../../testing/builders';
import { SystemRow } from './SystemRow';

afterEach(cleanup);

const names = {
  person: (user: string) => ({ U1: 'Ann', U2: 'Bob', U3: 'Cai' })[user] ?? user,
  channel: (channel: string) => channel,
  group: () => undefined,
  emoji: () => undefined,
};

function Shown({ messages }: { messages: Message[] }) {
  return <SystemRow messages={messages} names={names} formats={useFormats()} rowId="r" />;
}

function show(...given: Partial<Message>[]): string {
  render(
    <Texts language={newLanguage('en', null)}>
      <Shown messages={given.map(message)} />
    </Texts>,
  );
  return document.getElementById('r-body')?.textContent ?? '';
}

const joined = (user: string): Partial<Message> => ({ user, subtype: 'channel_join' });

test('a run of people who join is one sentence, with three names at most', () => {
  expect(show(joined('U1'), joined('U2'), joined('U3'), joined('U8'), joined('U9'))).toBe(
    'Ann, Bob, Cai, and 2 others joined',
  );
});

test('who was invited, left or was removed is told apart', () => {
  const left = { user: 'U3', subtype: 'channel_leave' } as const;
  expect(show({ ...joined('U2'), inviter: 'U1' }, left)).toBe(
    'Bob joined, invited by Ann and Cai left',
  );
});

test('what else happens is told in its own words, with its time', () => {
  const text = '<@U2> set the topic: *Boats*';
  expect(show({ subtype: 'channel_topic', text })).toBe('Bob set the topic: Boats');
  expect(screen.getByText(/\d\d:\d\d/).tagName).toBe('TIME');
});
