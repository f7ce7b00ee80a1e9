import { fullJitter } from './backoff';
import { afterClose } from './closeCodes';
import type { ClientFrame, Positions, ServerFrame } from './generated';
import type { Held, Link, LinkEffect, LinkInput, Machine, Step, Timer } from './link';

const reconnect = { baseMs: 500, maxMs: 30_000 };
const greetingMs = 10_000;
const pongMs = 10_000;

export const newMachine: Machine = {
  link: { phase: 'idle' },
  nextId: 1,
  spreadMs: 0,
  token: undefined,
  asked: {},
};

/** The life of one realtime connection: pure, so every path can be tested without a socket. */
export function step(machine: Machine, input: LinkInput, held: Held): Step {
  const { link } = machine;
  if (link.phase === 'stopped') return stay(machine);
  switch (input.type) {
    case 'start':
      return link.phase === 'idle' ? askTicket(machine, 0) : stay(machine);
    case 'ticket':
      if (link.phase !== 'ticket') return stay(machine);
      return enter(machine, { phase: 'opening', attempt: link.attempt }, [
        { type: 'clear_timers' },
        { type: 'open', url: input.url },
        { type: 'set_timer', timer: 'greeting', ms: greetingMs },
      ]);
    case 'ticket_failed':
      return link.phase === 'ticket' ? wait(machine, input.afterMs, held) : stay(machine);
    case 'ticket_refused':
      return enter(machine, { phase: 'stopped', reason: input.reason }, [{ type: 'clear_timers' }]);
    case 'frame':
      return onFrame(machine, input.frame, held);
    case 'closed':
      return onClosed(machine, input.code, held);
    case 'timer':
      return onTimer(machine, input.timer, held);
    case 'repair':
      // What is on its way was asked for from other positions: it shall not hide the gap.
      if (link.phase === 'resuming') return { machine: { ...machine, asked: {} }, effects: [] };
      if (link.phase !== 'live') return stay(machine);
      return resume(machine, input.streams, held.epoch);
    case 'nudge':
      return onNudge(machine, input.woke, held);
    case 'stop':
      return enter({ ...machine, spreadMs: 0 }, { phase: 'idle' }, [
        { type: 'clear_timers' },
        { type: 'close' },
      ]);
    default:
      return never(input);
  }
}

function onFrame(before: Machine, frame: ServerFrame, held: Held): Step {
  const machine = withHeard(before);
  const { link } = machine;
  switch (frame.type) {
    case 'hello': {
      if (link.phase !== 'opening') return stay(machine);
      const next: Link = {
        phase: 'resuming',
        attempt: link.attempt,
        pingMs: Math.max(1, frame.ping_interval) * 1000,
        resumeId: machine.nextId,
        heard: true,
      };
      const asking = resume({ ...machine, asked: {} }, held.positions, held.epoch);
      return enter(asking.machine, next, [
        { type: 'clear_timers' },
        { type: 'deliver', frame },
        ...asking.effects,
        { type: 'set_timer', timer: 'ping', ms: next.pingMs },
      ]);
    }
    case 'resumed': {
      const { [frame.reply_to]: named = {}, ...asked } = machine.asked;
      const kept = { ...machine, token: frame.token, asked };
      const deliver: LinkEffect = { type: 'deliver', frame: { ...frame, named } };
      if (link.phase !== 'resuming' || frame.reply_to !== link.resumeId) {
        return { machine: kept, effects: [deliver] };
      }
      const live: Link = { phase: 'live', pingMs: link.pingMs, pingId: 0, pongDue: false };
      return enter(kept, live, [deliver]);
    }
    case 'pong':
      if (link.phase !== 'live' || frame.reply_to !== link.pingId) return stay(machine);
      return { machine: { ...machine, link: { ...link, pongDue: false } }, effects: [] };
    case 'goodbye':
      return { machine: { ...machine, spreadMs: Math.max(0, frame.spread_ms) }, effects: [] };
    case 'event':
    case 'resync':
    case 'gone':
    case 'ephemeral':
    case 'typing':
    case 'presence':
    case 'manual_presence_change':
    case 'error':
      return { machine, effects: [{ type: 'deliver', frame }] };
    default:
      return never(frame);
  }
}

/** Whatever comes while the state is caught up with shows that the line lives. */
function withHeard(machine: Machine): Machine {
  const { link } = machine;
  if (link.phase !== 'resuming' || link.heard) return machine;
  return { ...machine, link: { ...link, heard: true } };
}

function onTimer(machine: Machine, timer: Timer, held: Held): Step {
  const { link } = machine;
  switch (timer) {
    case 'retry':
      return link.phase === 'waiting' ? askTicket(machine, link.attempt) : stay(machine);
    case 'greeting':
      return link.phase === 'opening' ? drop(machine, held) : stay(machine);
    case 'ping': {
      if (link.phase !== 'live' && link.phase !== 'resuming') return stay(machine);
      const id = machine.nextId;
      const effects: LinkEffect[] = [
        { type: 'send', frame: { type: 'ping', id } },
        { type: 'set_timer', timer: 'ping', ms: link.pingMs },
      ];
      if (link.phase === 'resuming') {
        if (!link.heard) return drop(machine, held);
        const quiet: Link = { ...link, heard: false };
        return { machine: { ...machine, nextId: id + 1, link: quiet }, effects };
      }
      effects.push({ type: 'set_timer', timer: 'pong', ms: pongMs });
      const next: Link = { ...link, pingId: id, pongDue: true };
      return { machine: { ...machine, nextId: id + 1, link: next }, effects };
    }
    case 'pong':
      return link.phase === 'live' && link.pongDue ? drop(machine, held) : stay(machine);
    default:
      return never(timer);
  }
}

function onClosed(machine: Machine, code: number, held: Held): Step {
  const { phase } = machine.link;
  if (phase === 'idle' || phase === 'ticket' || phase === 'waiting') return stay(machine);
  const after = afterClose(code);
  if (after.kind === 'stop') {
    return enter(machine, { phase: 'stopped', reason: after.reason }, [{ type: 'clear_timers' }]);
  }
  return wait(machine, after.atLeastMs, held);
}

function onNudge(machine: Machine, woke: boolean, held: Held): Step {
  const { link } = machine;
  if (link.phase === 'waiting') return askTicket(machine, 0);
  if (woke && (link.phase === 'live' || link.phase === 'resuming')) {
    const closed = drop(machine, held);
    const again = askTicket(closed.machine, 0);
    return { machine: again.machine, effects: [...closed.effects, ...again.effects] };
  }
  return stay(machine);
}

function wait(machine: Machine, atLeastMs: number, held: Held): Step {
  const attempt = 'attempt' in machine.link ? machine.link.attempt : 0;
  const spread = Math.round(held.random * machine.spreadMs);
  const jitter = machine.spreadMs > 0 ? spread : fullJitter(attempt, held.random, reconnect);
  const delayMs = atLeastMs + jitter;
  const next: Link = { phase: 'waiting', attempt: attempt + 1, delayMs };
  return enter({ ...machine, spreadMs: 0 }, next, [
    { type: 'clear_timers' },
    { type: 'set_timer', timer: 'retry', ms: delayMs },
  ]);
}

function drop(machine: Machine, held: Held): Step {
  const waiting = wait(machine, 0, held);
  return { machine: waiting.machine, effects: [{ type: 'close' }, ...waiting.effects] };
}

function askTicket(machine: Machine, attempt: number): Step {
  return enter(machine, { phase: 'ticket', attempt }, [
    { type: 'clear_timers' },
    { type: 'fetch_ticket' },
  ]);
}

function resume(machine: Machine, streams: Positions, epoch: number): Step {
  const { nextId: id, token } = machine;
  const plain: ClientFrame = { type: 'resume', id, epoch, streams };
  const frame = token === undefined ? plain : { ...plain, token };
  const asked = { ...machine.asked, [id]: streams };
  return { machine: { ...machine, nextId: id + 1, asked }, effects: [{ type: 'send', frame }] };
}

function enter(machine: Machine, link: Link, effects: LinkEffect[]): Step {
  return { machine: { ...machine, link }, effects: [...effects, { type: 'status', link }] };
}

function stay(machine: Machine): Step {
  return { machine, effects: [] };
}

function never(value: never): never {
  throw new Error(`unexpected ${JSON.stringify(value)}`);
}
