import type { RowActions } from '../features/messages/MessageRow/MessageRow';
import type { Names } from '../richtext/plain';
import { alice, bob } from './builders';

/** What alice and bob are called. */
export function namesOf(): Names {
  const people: Record<string, string> = { [alice.id]: 'Alice', [bob.id]: 'Bob' };
  return {
    person: (user) => people[user] ?? user,
    channel: (channel) => channel,
    emoji: () => undefined,
    group: () => undefined,
  };
}

/** What can be done with messages, and what was asked for: its name, then its arguments. */
export function tellingActions(): { told: unknown[][]; actions: RowActions } {
  const told: unknown[][] = [];
  const actions = new Proxy({} as RowActions, {
    get:
      (_, what) =>
      (...args: unknown[]) =>
        told.push([what, ...args]),
  });
  return { told, actions };
}
