import { beforeEach, expect, test, vi } from 'vitest';
import { createStore } from 'zustand/vanilla';
import type { Call } from '../../protocol/api';
import { Inbox } from '../../store/inbox';
import { booted } from '../../testing/builders';
import { Directory } from './directory';
import './readPeople';

beforeEach(() => {
  vi.useFakeTimers();
});

test('all people are read once, page by page, and again only after the page started anew', async () => {
  const store = createStore(() => booted());
  const schedule = (work: () => void) => work();
  const inbox = new Inbox({ store, schedule, now: () => 0, onSignals: () => undefined });
  const asked: unknown[] = [];
  const call: Call = (_, args = {}) => {
    asked.push(args);
    const first = args.cursor === undefined;
    const person = { id: first ? 'U8' : 'U9', name: 'x', real_name: 'X' };
    const answer = { users: [person], next_cursor: first ? 'more' : '' };
    return Promise.resolve({ kind: 'ok', answer: answer as never });
  };
  const directory = new Directory({ call, inbox, store });
  directory.live();
  await vi.advanceTimersByTimeAsync(2000);
  await vi.waitFor(() => expect(store.getState().allPeople).toBe(true));
  expect(asked).toEqual([{ limit: 1000 }, { limit: 1000, cursor: 'more' }]);
  expect(Object.keys(store.getState().people)).toEqual(['U1', 'U2', 'U8', 'U9']);

  directory.live();
  await vi.advanceTimersByTimeAsync(2000);
  expect(asked.length).toBe(2);
  inbox.act((state) => ({ ...state, allPeople: false, people: {} }));
  await vi.advanceTimersByTimeAsync(2000);
  await vi.waitFor(() => expect(asked.length).toBe(4));
});
