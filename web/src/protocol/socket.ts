import { endOf, type Call } from './api';
import { decodeFrame, encodeFrame } from './codec';
import type { ClientFrame, ConnectAnswer, Positions } from './generated';
import type { Heard, Link, LinkEffect, LinkInput, Machine, Timer } from './link';
import { newMachine, step } from './machine';

export interface SocketParts {
  call: Call;
  open: (url: string) => WebSocket;
  random: () => number;
  held: () => { epoch: number; positions: Positions };
  onFrame: (frame: Heard) => void;
  onLink: (link: Link) => void;
}

/** Drives the machine: owns the socket and the timers, decides nothing. */
export class Socket {
  private machine: Machine = newMachine;
  private socket: WebSocket | undefined;
  private readonly timers = new Map<Timer, ReturnType<typeof setTimeout>>();

  constructor(private readonly parts: SocketParts) {}

  get link(): Link {
    return this.machine.link;
  }

  start(): void {
    this.input({ type: 'start' });
  }

  stop(): void {
    this.input({ type: 'stop' });
  }

  nudge(woke: boolean): void {
    this.input({ type: 'nudge', woke });
  }

  repair(streams: Positions): void {
    this.input({ type: 'repair', streams });
  }

  /** Sends a frame that may be lost: typing and focus. */
  hint(frame: ClientFrame): void {
    if (this.machine.link.phase === 'live') this.send(frame);
  }

  private input(input: LinkInput): void {
    const held = { random: this.parts.random(), ...this.parts.held() };
    const { machine, effects } = step(this.machine, input, held);
    this.machine = machine;
    for (const effect of effects) this.run(effect);
  }

  private run(effect: LinkEffect): void {
    switch (effect.type) {
      case 'fetch_ticket':
        void this.fetchTicket();
        break;
      case 'open':
        this.open(effect.url);
        break;
      case 'send':
        this.send(effect.frame);
        break;
      case 'close':
        this.forget()?.close(1000);
        break;
      case 'set_timer':
        this.setTimer(effect.timer, effect.ms);
        break;
      case 'clear_timers':
        for (const timer of this.timers.values()) clearTimeout(timer);
        this.timers.clear();
        break;
      case 'deliver':
        this.parts.onFrame(effect.frame);
        break;
      case 'status':
        this.parts.onLink(effect.link);
        break;
    }
  }

  private async fetchTicket(): Promise<void> {
    const outcome = await this.parts.call<ConnectAnswer>('rtm.connect');
    switch (outcome.kind) {
      case 'ok': {
        this.input({ type: 'ticket', url: outcome.answer.url });
        return;
      }
      case 'throttled': {
        this.input({ type: 'ticket_failed', afterMs: outcome.afterMs });
        return;
      }
      case 'unreachable': {
        this.input({ type: 'ticket_failed', afterMs: 0 });
        return;
      }
      case 'refused': {
        const reason = endOf(outcome.code);
        if (reason === undefined) this.input({ type: 'ticket_failed', afterMs: 1000 });
        else this.input({ type: 'ticket_refused', reason });
        return;
      }
    }
  }

  private open(url: string): void {
    this.forget()?.close(1000);
    const socket = this.parts.open(url);
    this.socket = socket;
    socket.onmessage = ({ data }) => {
      const frame = typeof data === 'string' ? decodeFrame(data) : undefined;
      if (frame !== undefined) this.input({ type: 'frame', frame });
    };
    socket.onclose = ({ code }) => {
      this.forget();
      this.input({ type: 'closed', code });
    };
  }

  private send(frame: ClientFrame): void {
    if (this.socket?.readyState === 1) this.socket.send(encodeFrame(frame));
  }

  private setTimer(timer: Timer, ms: number): void {
    clearTimeout(this.timers.get(timer));
    const run = () => {
      this.timers.delete(timer);
      this.input({ type: 'timer', timer });
    };
    this.timers.set(timer, setTimeout(run, ms));
  }

  /** Whatever the old socket still says is not heard. */
  private forget(): WebSocket | undefined {
    const { socket } = this;
    if (socket === undefined) return undefined;
    socket.onmessage = null;
    socket.onclose = null;
    this.socket = undefined;
    return socket;
  }
}

/** The page speaks only to its own host, whatever name the server calls itself by. */
export function ownAddress(url: string, page: Location): string {
  const { pathname, search } = new URL(url, page.href);
  const scheme = page.protocol === 'https:' ? 'wss' : 'ws';
  return `${scheme}://${page.host}${pathname}${search}`;
}
