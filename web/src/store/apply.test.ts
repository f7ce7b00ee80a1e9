import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ChannelEvent, EventFrame, Positions } from '../protocol/generated';
import { alice, bob, booted, message, tsOf } from '../testing/builders';
import { anyChange } from '../testing/anyChange';
import { ChannelTwin, type Change } from '../testing/channelTwin';
import { takeAnswer } from './answers';
import { apply } from './apply';
import type { StoredMessage } from './segments';
import type { WorkspaceState } from './state';
import { unreadOf } from './unread';

const channel = 'C1';

function frame(stream: string, offset: number, event: EventFrame['event'], prev = offset - 1) {
  return { type: 'event', stream, offset, prev, event } as const;
}

function posted(number: number, user = bob.id): ChannelEvent {
  return { ...message({ ts: tsOf(number), user, number }), channel };
}

function receive(state: WorkspaceState, ...frames: EventFrame[]): WorkspaceState {
  return frames.reduce((now, each) => apply(now, each, 0).state, state);
}

function unread(state: WorkspaceState): number {
  return unreadOf(state.conversations[channel]!);
}

describe('positions', () => {
  test('an event seen twice counts once', () => {
    const once = receive(booted(), frame(channel, 1, posted(1)));
    const twice = receive(once, frame(channel, 1, posted(1)));

    expect(twice).toBe(once);
    expect(unread(twice)).toBe(1);
  });

  test('prev above the position held is a gap and changes nothing', () => {
    const state = booted();
    const { state: after, signals } = apply(state, frame(channel, 5, posted(5)), 0);

    expect(after).toBe(state);
    expect(signals).toEqual([{ type: 'gap', stream: channel }]);
  });

  test('offsets that were not meant for this connection are no gap', () => {
    const state = receive(booted(), frame(channel, 5, posted(1), 0));

    expect(state.positions[channel]).toBe(5);
  });
});

describe('resumed', () => {
  const resumed = (named: Positions, streams: Positions = { [channel]: 4 }) =>
    apply(booted(), { type: 'resumed', reply_to: 1, streams, token: '', named }, 0);

  test('a stream that was named is complete, though its last events were not meant for us', () => {
    const { state, signals } = resumed({ [channel]: 0 });

    expect(state.positions[channel]).toBe(4);
    expect(signals).toEqual([{ type: 'resumed' }]);
  });

  test.each([
    ['was not named', {}],
    ['was named further on than it is held', { [channel]: 2 }],
  ])('a stream that %s has a gap', (_, named) => {
    const { state, signals } = resumed(named);

    expect(state.positions[channel]).toBe(0);
    expect(signals).toContainEqual({ type: 'gap', stream: channel });
  });

  test('a stream of which nothing is known is fetched', () => {
    expect(resumed({}, { C9: 1 }).signals).toContainEqual({ type: 'unknown', stream: 'C9' });
  });
});

describe('membership', () => {
  test('leaving drops all that is known of the conversation', () => {
    const { state, signals } = apply(
      booted(),
      frame(alice.id, 1, { type: 'channel_left', channel }),
      0,
    );

    expect(state.conversations).toEqual({});
    expect(state.positions[channel]).toBeUndefined();
    expect(signals[0]).toMatchObject({ type: 'left', channel, why: { kind: 'left' } });
  });

  test('a removal says who did it', () => {
    const event = { type: 'channel_left', channel, actor: bob.id } as const;
    const { signals } = apply(booted(), frame(alice.id, 1, event), 0);

    expect(signals[0]).toMatchObject({ why: { kind: 'removed', actor: bob.id } });
  });
});

type Action =
  | { do: 'change'; change: Change }
  | { do: 'deliver'; count: number }
  | { do: 'load'; side: 'newest' | 'older' | 'newer'; ahead: number }
  | { do: 'ask' }
  | { do: 'answer' }
  | { do: 'resync' };

const actions: fc.Arbitrary<Action> = fc.oneof(
  { weight: 6, arbitrary: anyChange.map((change): Action => ({ do: 'change', change })) },
  { weight: 3, arbitrary: fc.nat(4).map((count): Action => ({ do: 'deliver', count })) },
  {
    weight: 2,
    arbitrary: fc
      .record({ side: fc.constantFrom('newest', 'older', 'newer'), ahead: fc.nat(3) })
      .map((load): Action => ({ do: 'load', ...load })),
  },
  fc.constantFrom<Action>({ do: 'ask' }, { do: 'answer' }, { do: 'resync' }),
);

class Race {
  readonly twin = new ChannelTwin();
  state = booted();
  private asked: (() => void) | undefined;

  run(action: Action): void {
    switch (action.do) {
      case 'change':
        return this.twin.change(action.change);
      case 'deliver':
        return this.deliver(action.count);
      case 'load':
        return this.load(action.side, Math.min(this.twin.head, this.held + action.ahead));
      case 'ask':
        return this.ask();
      case 'answer':
        this.asked?.();
        this.asked = undefined;
        return;
      case 'resync':
        return this.resync();
    }
  }

  deliver(count: number): void {
    for (let left = count; left > 0 && this.held < this.twin.head; left -= 1) {
      this.state = receive(this.state, this.twin.frame(this.held + 1));
    }
  }

  get held(): number {
    return this.state.positions[channel]!;
  }

  /** A page is read now, but answered only after more events were delivered. */
  private ask(): void {
    const answer = this.twin.page(this.held, 5, 'newest');
    this.take({ type: 'load', channel, side: 'window', load: 'loading' });
    this.asked = () => this.take({ type: 'page', channel, answer });
  }

  private load(side: 'newest' | 'older' | 'newer', position: number): void {
    const segments = this.state.histories[channel]?.segments ?? [];
    const first = segments[0]?.messages[0]?.ts;
    const last = segments[0]?.messages.at(-1)?.ts;
    if (side === 'older' && first !== undefined) {
      const answer = this.twin.page(position, 5, 'before', first);
      return this.take({ type: 'page', channel, answer, before: first });
    }
    if (side === 'newer' && last !== undefined) {
      const answer = this.twin.page(position, 5, 'after', last);
      return this.take({ type: 'page', channel, answer, after: last });
    }
    return this.take({ type: 'page', channel, answer: this.twin.page(position, 5, 'newest') });
  }

  private resync(): void {
    const offset = this.twin.head;
    this.state = apply(
      this.state,
      { type: 'resync', stream: channel, offset, reason: 'slow' },
      0,
    ).state;
    const answer = {
      epoch: 1,
      positions: {},
      channels: [this.twin.conversationAt(offset)],
      gone: [],
    };
    this.take({ type: 'fresh', answer, asked: 0 });
  }

  private take(input: Parameters<typeof takeAnswer>[1]): void {
    this.state = takeAnswer(this.state, input, 0).state;
  }
}

function plain(messages: readonly StoredMessage[]) {
  return messages.map(({ ts, text }) => `${ts} ${text}`);
}

test('whatever the order of events and answers, what is shown is what the server holds', () => {
  fc.assert(
    fc.property(fc.array(actions, { minLength: 20, maxLength: 120, size: 'max' }), (script) => {
      const race = new Race();
      script.forEach((action) => race.run(action));
      race.deliver(Infinity);
      const { twin, state } = race;

      const truth = twin.messagesAt(twin.head);
      const history = state.histories[channel];
      if (history !== undefined && !history.stale) {
        for (const { messages, hasOlder, live } of history.segments) {
          const low = hasOlder ? (messages[0]?.ts ?? '9') : '0';
          const high = live ? '9' : (messages.at(-1)?.ts ?? '0');
          const expected = truth.filter(({ ts }) => ts >= low && ts <= high);
          expect(plain(messages)).toEqual(expected.map(({ ts, text }) => `${ts} ${text}`));
        }
      }
      const { position, ...counts } = twin.conversationAt(twin.head);
      expect(state.conversations[channel]).toMatchObject(counts);
      expect(position).toBe(state.positions[channel]);
    }),
    { numRuns: 500 },
  );
});
