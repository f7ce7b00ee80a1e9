import type { ChannelId, Ts } from '../../protocol/generated';
import { addOp, dropOp } from '../../store/ops';
import type { Op } from '../../store/state';
import { refusalOf, type ActionsParts, type Refusal } from './refusals';

/** The server says so when it is so already: what was wanted is reached. */
const reached = new Set([
  ...['already_reacted', 'no_reaction', 'already_pinned', 'no_pin', 'not_pinned'],
  ...['already_starred', 'not_starred'],
]);

/** What a person does with a message of anybody: shown at once, confirmed by an event. */
export class MessageActions {
  /** One after the other, so that what was wanted last wins. */
  private line: Promise<unknown> = Promise.resolve();

  constructor(private readonly parts: ActionsParts) {}

  react(channel: ChannelId, ts: Ts, name: string, on: boolean): Promise<Refusal> {
    const user = this.parts.state().self;
    const method = on ? 'reactions.add' : 'reactions.remove';
    const op: Op = { kind: 'react', channel, ts, name, user, on };
    return this.put(op, method, { channel, timestamp: ts, name });
  }

  pin(channel: ChannelId, ts: Ts, on: boolean): Promise<Refusal> {
    const op: Op = { kind: 'pin', channel, ts, on };
    return this.put(op, on ? 'pins.add' : 'pins.remove', { channel, timestamp: ts });
  }

  /** Saves a message for later, or a conversation as a whole. */
  star(channel: ChannelId, ts: Ts | undefined, on: boolean): Promise<Refusal> {
    const op: Op = { kind: 'star', channel, ts: ts ?? '', on };
    const what = ts === undefined ? { channel } : { channel, timestamp: ts };
    return this.put(op, on ? 'stars.add' : 'stars.remove', what);
  }

  /** @param atMs when, in milliseconds since 1970 */
  async remind(text: string, atMs: number): Promise<Refusal> {
    const time = String(Math.round(atMs / 1000));
    return refusalOf(await this.parts.call('reminders.add', { text, time }));
  }

  private put(op: Op, method: string, args: Record<string, unknown>): Promise<Refusal> {
    const { inbox } = this.parts;
    inbox.act((state) => addOp(state, op));
    const done = this.line.then(() => this.tell(op, method, args));
    this.line = done;
    return done;
  }

  private async tell(op: Op, method: string, args: Record<string, unknown>): Promise<Refusal> {
    const { call, inbox, onRefused } = this.parts;
    const outcome = await call(method, args);
    if (outcome.kind === 'ok') return undefined;
    if (outcome.kind === 'refused') onRefused(outcome.code);
    inbox.act((state) => dropOp(state, op));
    return outcome.kind === 'refused' && reached.has(outcome.code) ? undefined : refusalOf(outcome);
  }
}
