import { expect, test } from 'vitest';
import { createStore } from 'zustand/vanilla';
import type { Outcome } from '../../protocol/api';
import { Inbox } from '../../store/inbox';
import { acme, alice, booted } from '../../testing/builders';
import { newBook } from '../../testing/drafts';
import { Personal } from './personal';

const settled = () => new Promise((resolve) => setTimeout(resolve));

function page() {
  const asked: string[] = [];
  const line = { up: true };
  const call = <T>(method: string): Promise<Outcome<T>> => {
    asked.push(method);
    const answer = { emoji: [], drafts: [], usergroups: [] } as T;
    return Promise.resolve(line.up ? { kind: 'ok', answer } : { kind: 'unreachable' });
  };
  const store = createStore(() => booted());
  const quiet = { schedule: () => undefined, now: () => 0, onSignals: () => undefined };
  const book = newBook();
  const inbox = new Inbox({ store, ...quiet });
  return { asked, line, personal: new Personal({ call, inbox, book, state: store.getState }) };
}

test('emoji, groups, drafts and threads are read once, however often the page connects again', async () => {
  const { asked, personal } = page();
  for (let times = 0; times < 3; times += 1) {
    personal.live();
    await settled();
  }

  expect(asked.toSorted()).toEqual([
    'client.drafts.list',
    'client.emoji.list',
    'client.threads.list',
    'stars.list',
    'usergroups.list',
  ]);
});

test('what could not be read, and what events were lost of, is read again', async () => {
  const { asked, line, personal } = page();
  line.up = false;
  personal.live();
  await settled();
  line.up = true;
  personal.live();
  await settled();
  expect(asked).toHaveLength(10);
  personal.lost(acme.id);
  personal.lost('C1');
  personal.lost(alice.id);
  await settled();

  expect(asked.slice(10)).toEqual([
    'client.emoji.list',
    'usergroups.list',
    'client.drafts.list',
    'client.threads.list',
    'stars.list',
  ]);
});
