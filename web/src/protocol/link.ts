import type { StopReason } from './closeCodes';
import type { ClientFrame, Positions, ResumedFrame, ServerFrame } from './generated';

/** What a realtime connection is at, what happens to it and what it asks for. */
export type Link =
  | { phase: 'idle' }
  | { phase: 'ticket'; attempt: number }
  | { phase: 'opening'; attempt: number }
  /** `heard`: whether anything came since the last ping. */
  | { phase: 'resuming'; attempt: number; pingMs: number; resumeId: number; heard: boolean }
  | { phase: 'live'; pingMs: number; pingId: number; pongDue: boolean }
  | { phase: 'waiting'; attempt: number; delayMs: number }
  | { phase: 'stopped'; reason: StopReason };

/** A `resumed` comes with the positions that its `resume` named. */
export type Heard = Exclude<ServerFrame, ResumedFrame> | (ResumedFrame & { named: Positions });

export interface Machine {
  link: Link;
  nextId: number;
  /** How far the server asked clients to spread out, until the socket closes. */
  spreadMs: number;
  token: string | undefined;
  /** What each `resume` that is not answered yet named. */
  asked: Readonly<Record<number, Positions>>;
}

export type LinkInput =
  | { type: 'start' }
  | { type: 'ticket'; url: string }
  | { type: 'ticket_failed'; afterMs: number }
  | { type: 'ticket_refused'; reason: StopReason }
  | { type: 'frame'; frame: ServerFrame }
  | { type: 'closed'; code: number }
  | { type: 'timer'; timer: Timer }
  | { type: 'repair'; streams: Positions }
  /** The network came back, the page was shown or the machine woke up. */
  | { type: 'nudge'; woke: boolean }
  | { type: 'stop' };

export type Timer = 'retry' | 'greeting' | 'ping' | 'pong';

export type LinkEffect =
  | { type: 'fetch_ticket' }
  | { type: 'open'; url: string }
  | { type: 'send'; frame: ClientFrame }
  | { type: 'close' }
  | { type: 'set_timer'; timer: Timer; ms: number }
  | { type: 'clear_timers' }
  | { type: 'deliver'; frame: Heard }
  | { type: 'status'; link: Link };

export interface Held {
  random: number;
  epoch: number;
  positions: Positions;
}

export interface Step {
  machine: Machine;
  effects: LinkEffect[];
}
