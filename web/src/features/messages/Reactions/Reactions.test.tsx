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

interface ShownProps {
  given: Partial<Message>;
  told: string[];
  closed: boolean;
}

function Shown({ given, told, closed }: ShownProps) {
  const some = {
    react: (_: Message, name: string) => told.push(name),
    pick: () => told.push('all'),
  };
  const actions = closed ? {} : some;
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

function show(given: Partial<Message>, closed = false): string[] {
  const told: string[] = [];
  render(
    <Texts language={newLanguage('en', null)}>
      <Shown {...{ given, told, closed }} />
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

test('where nobody can react chips say who did, and do nothing', async () => {
  const told = show({ reactions: [{ name: 'tada', users: [bob.id], count: 1 }] }, true);
  const [chip, ...others] = screen.getAllByRole('button');

  expect(others).toEqual([]);
  expect(chip?.getAttribute('aria-disabled')).toBe('true');
  const words = 'Bob reacted with :tada:. The channel is archived.';
  expect(chip?.getAttribute('aria-label')).toBe(words);
  expect(chip?.getAttribute('data-tip')).toBe(words);
  await userEvent.click(chip!);
  expect(told).toEqual([]);
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
