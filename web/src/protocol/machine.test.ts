import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Held, LinkEffect, LinkInput } from './link';
import { newMachine, step } from './machine';
import type { ServerFrame } from './generated';

const held: Held = { random: 0.5, epoch: 7, positions: { U1: 3, C1: 12 } };
const hello: ServerFrame = {
  type: 'hello',
  protocol: 1,
  team: 'T1',
  user: 'U1',
  session: 's',
  time: '1.000000',
  build: 'b',
  epoch: 7,
  ping_interval: 20,
};

function run(inputs: LinkInput[], given: Held = held) {
  let machine = newMachine;
  let effects: LinkEffect[] = [];
  for (const input of inputs) {
    const next = step(machine, input, given);
    machine = next.machine;
    effects = next.effects;
  }
  return { link: machine.link, machine, effects };
}

const toLive: LinkInput[] = [
  { type: 'start' },
  { type: 'ticket', url: 'ws://host/ws?ticket=1' },
  { type: 'frame', frame: hello },
  { type: 'frame', frame: { type: 'resumed', reply_to: 1, streams: {}, token: 'tok' } },
];

describe('opening', () => {
  test('hello is answered by a resume with every position held', () => {
    const { effects } = run(toLive.slice(0, 3));

    expect(effects).toContainEqual({
      type: 'send',
      frame: { type: 'resume', id: 1, epoch: 7, streams: { U1: 3, C1: 12 } },
    });
  });

  test('resumed makes the link live and its token is used the next time', () => {
    const { link, machine } = run(toLive);
    const repair = step(machine, { type: 'repair', streams: { C1: 4 } }, held);

    expect(link.phase).toBe('live');
    expect(repair.effects).toEqual([
      {
        type: 'send',
        frame: { type: 'resume', id: 2, epoch: 7, streams: { C1: 4 }, token: 'tok' },
      },
    ]);
  });
});

describe('resumed', () => {
  const resumed = (reply_to: number) => {
    const frame: ServerFrame = { type: 'resumed', reply_to, streams: { C1: 14 }, token: 'tok' };
    return { type: 'frame', frame } as const;
  };

  test('comes with the positions that its own resume named', () => {
    const { machine, effects } = run([...toLive.slice(0, 3), resumed(1)]);
    const asked = step(machine, { type: 'repair', streams: { C1: 13 } }, held);
    const repaired = step(asked.machine, resumed(2), held);

    expect(effects[0]).toMatchObject({ frame: { type: 'resumed', named: held.positions } });
    expect(repaired.effects[0]).toMatchObject({ frame: { named: { C1: 13 } } });
  });
});

describe('while the state is caught up with', () => {
  const resuming = toLive.slice(0, 3);
  const ping = { type: 'timer', timer: 'ping' } as const;

  test('a line on which nothing comes between two pings is given up', () => {
    expect(run([...resuming, ping]).link.phase).toBe('resuming');
    expect(run([...resuming, ping, ping]).link.phase).toBe('waiting');
  });

  test('whatever comes shows that the line lives', () => {
    const pong: LinkInput = { type: 'frame', frame: { type: 'pong', reply_to: 2 } };

    expect(run([...resuming, ping, pong, ping]).link.phase).toBe('resuming');
  });

  test('what was asked for before a repair does not hide the gap', () => {
    const repair: LinkInput = { type: 'repair', streams: { C1: 4 } };
    const { effects } = run([...resuming, repair, ...toLive.slice(3)]);

    expect(effects[0]).toMatchObject({ frame: { type: 'resumed', named: {} } });
  });
});

describe('losing the connection', () => {
  test.each([1006, 1009, 4000, 4001, 4003, 4006, 4099, 4100, 4101, 4150])(
    '%d reconnects',
    (code) => {
      expect(run([...toLive, { type: 'closed', code }]).link.phase).toBe('waiting');
    },
  );

  test.each([
    [4200, 'session_ended'],
    [4201, 'account_inactive'],
    [4203, 'signed_out'],
    [4202, 'workspace_gone'],
    [4299, 'session_ended'],
  ])('%d stops for good: %s', (code, reason) => {
    const stopped = run([...toLive, { type: 'closed', code }, { type: 'nudge', woke: true }]);

    expect(stopped.link).toEqual({ phase: 'stopped', reason });
  });

  test('overloaded waits at least a second', () => {
    const { link } = run([...toLive, { type: 'closed', code: 4006 }], { ...held, random: 0 });

    expect(link).toMatchObject({ phase: 'waiting', delayMs: 1000 });
  });

  test('goodbye spreads the return over the given time', () => {
    const goodbye: ServerFrame = { type: 'goodbye', reason: 'draining', spread_ms: 8000 };
    const { link } = run([
      ...toLive,
      { type: 'frame', frame: goodbye },
      { type: 'closed', code: 4000 },
    ]);

    expect(link).toMatchObject({ phase: 'waiting', delayMs: 4000 });
  });

  test('a missing pong closes the socket', () => {
    const { link, effects } = run([
      ...toLive,
      { type: 'timer', timer: 'ping' },
      { type: 'timer', timer: 'pong' },
    ]);

    expect(effects[0]).toEqual({ type: 'close' });
    expect(link.phase).toBe('waiting');
  });

  test('a pong in time keeps it', () => {
    const { link } = run([
      ...toLive,
      { type: 'timer', timer: 'ping' },
      { type: 'frame', frame: { type: 'pong', reply_to: 2 } },
      { type: 'timer', timer: 'pong' },
    ]);

    expect(link.phase).toBe('live');
  });

  test('a nudge cuts the wait short', () => {
    const { link } = run([
      ...toLive,
      { type: 'closed', code: 1006 },
      { type: 'nudge', woke: false },
    ]);

    expect(link).toEqual({ phase: 'ticket', attempt: 0 });
  });
});

const anyInput: fc.Arbitrary<LinkInput> = fc.oneof(
  fc.constantFrom<LinkInput>(
    { type: 'start' },
    { type: 'ticket', url: 'ws://host/ws' },
    { type: 'ticket_failed', afterMs: 0 },
    { type: 'frame', frame: hello },
    { type: 'frame', frame: { type: 'resumed', reply_to: 1, streams: {}, token: 't' } },
    { type: 'nudge', woke: true },
    { type: 'nudge', woke: false },
  ),
  fc.integer({ min: 1000, max: 4199 }).map((code): LinkInput => ({ type: 'closed', code })),
  fc
    .constantFrom('retry', 'greeting', 'ping', 'pong')
    .map((timer): LinkInput => ({ type: 'timer', timer })),
);

test('whatever happens short of a stop code, the machine always has a way on', () => {
  fc.assert(
    fc.property(fc.array(anyInput, { minLength: 5, maxLength: 60, size: 'max' }), (inputs) => {
      const { link } = run([{ type: 'start' }, ...inputs]);

      expect(['ticket', 'opening', 'resuming', 'live', 'waiting']).toContain(link.phase);
    }),
  );
});
