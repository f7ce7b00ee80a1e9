import { expect, test } from 'vitest';
import { booted, conversation, message, tsOf } from '../testing/builders';
import { takeAnswer } from './answers';
import { apply } from './apply';
import { withinMemory, type Kept } from './memory';
import type { WorkspaceState } from './state';

const ids = ['C1', 'C2', 'C3'];

function threeChannels(): WorkspaceState {
  const channels = ids.map((id) => conversation({ id }));
  return ids.reduce(
    (state, channel) => {
      const messages = Array.from({ length: 10 }, (_, at) => message({ ts: tsOf(at + 1) }));
      const ends = { has_more_before: false, has_more_after: false, position: 0 };
      const answer = { messages, ...ends, users: [] };
      return takeAnswer(state, { type: 'page', channel, answer }, 0).state;
    },
    booted(...channels),
  );
}

function post(state: WorkspaceState, channel: string, offset: number): WorkspaceState {
  const event = { ...message({ ts: tsOf(100 + offset) }), channel };
  const frame = { type: 'event', stream: channel, offset, prev: offset - 1, event } as const;
  return apply(state, frame, 0).state;
}

function rules(given: Partial<Kept>): Kept {
  const none = { isOpen: () => false, seenMs: () => 0, onDisk: () => undefined };
  return { messages: 100, ...none, ...given };
}

const held = ({ histories }: WorkspaceState) =>
  Object.keys(histories).filter((place) => histories[place]!.segments.length > 0);

test('within the bound nothing is let go', () => {
  const state = threeChannels();

  expect(withinMemory(state, rules({}))).toBe(state);
});

test('those not seen for longest go first, and no more than has to', () => {
  const seenMs = (channel: string) => ({ C1: 3, C2: 1, C3: 2 })[channel] ?? 0;

  expect(held(withinMemory(threeChannels(), rules({ messages: 25, seenMs })))).toEqual([
    'C1',
    'C3',
  ]);
  expect(held(withinMemory(threeChannels(), rules({ messages: 15, seenMs })))).toEqual(['C1']);
});

test('what is open stays, and so does what is being fetched', () => {
  const side = 'older' as const;
  const load = { type: 'load', channel: 'C2', side, load: 'loading' } as const;
  const state = takeAnswer(threeChannels(), load, 0).state;

  const after = withinMemory(state, rules({ messages: 0, isOpen: (place) => place === 'C1' }));

  expect(held(after)).toEqual(['C1', 'C2']);
});

test('of what is on disk the events stay that the disk does not know of', () => {
  const state = post(post(threeChannels(), 'C1', 1), 'C1', 2);

  const after = withinMemory(state, rules({ messages: 0, onDisk: () => 1 }));

  expect(after.histories['C1']).toMatchObject({ segments: [], recentFrom: 1 });
  expect(after.histories['C1']!.recent.map(({ offset }) => offset)).toEqual([2]);
});

test('events that the disk knows of go even when there is room', () => {
  const letGo = withinMemory(threeChannels(), rules({ messages: 0, onDisk: () => 0 }));
  const heard = post(post(letGo, 'C1', 1), 'C1', 2);

  const after = withinMemory(heard, rules({ onDisk: () => 2 }));

  expect(after.histories['C1']).toMatchObject({ recent: [], recentFrom: 2 });
});
