// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { newLanguage, Texts } from '../../../i18n/Texts';
import { useFormats } from '../../../i18n/formats';
import type { Message } from '../../../protocol/generated';
import { alice, bob, message } from '../../../testing/builders';
import type { RowActions } from '../MessageRow/MessageRow';
import { Reactions } from './Reactions';

afterEach(cleanup);

const names = {
  person: (user: string) => ({ [alice.id]: 'Alice', [bob.id]: 'Bob' })[user] ?? user,
  channel: (channel: string) => channel,
  emoji: (name: string) => (name === 'acme' ? '/emoji/T1/acme.png' : undefined),
  group: () => undefined,
};

function Shown({ given, told }: { given: Partial<Message>; told: string[] }) {
  const actions = {
    react: (_: Message, name: string) => told.push(name),
    pick: () => told.push('all'),
  };
  return (
    <Reactions
      message={message(given)}
      self={alice.id}
      names={names}
      formats={useFormats()}
      actions={actions as unknown as RowActions}
    />
  );
}

function show(given: Partial<Message>): string[] {
  const told: string[] = [];
  render(
    <Texts language={newLanguage('en', null)}>
      <Shown given={given} told={told} />
    </Texts>,
  );
  return told;
}

test('chips say who reacted, which are mine, and do what they say', async () => {
  const told = show({
    reactions: [
      { name: 'tada', users: [bob.id, alice.id], count: 2 },
      { name: 'acme', users: [bob.id], count: 1 },
    ],
  });
  const [mine, theirs, add] = screen.getAllByRole('button');

  expect(mine?.getAttribute('aria-label')).toBe('Bob and Alice reacted with :tada:');
  expect(mine?.getAttribute('aria-pressed')).toBe('true');
  expect(mine?.textContent).toBe('🎉2');
  expect(theirs?.getAttribute('aria-pressed')).toBe('false');
  expect(theirs?.querySelector('img')?.getAttribute('src')).toBe('/emoji/T1/acme.png');
  await userEvent.click(theirs!);
  await userEvent.click(add!);
  expect(told).toEqual(['acme', 'all']);
});

test('of many people twenty are named', () => {
  const users = Array.from({ length: 23 }, (_, at) => `U${at + 100}`);
  show({ reactions: [{ name: 'tada', users, count: 23 }] });

  expect(screen.getAllByRole('button')[0]?.getAttribute('aria-label')).toMatch(
    /U119, and 3 others reacted/,
  );
});

test('a message without reactions has no chips', () => {
  show({});

  expect(screen.queryAllByRole('button')).toEqual([]);
});
