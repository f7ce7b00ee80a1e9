import type { ChannelId, Ts } from '../../protocol/generated';
import { addOp, dropOp } from '../../store/ops';
import type { Op } from '../../store/state';
import { refusalOf, type ActionsParts, type Refusal } from './refusals';

/** What a person does with threads: shown at once, confirmed by an event. */
export class ThreadActions {
  constructor(private readonly parts: ActionsParts) {}

  async follow(channel: ChannelId, thread_ts: Ts, following: boolean): Promise<Refusal> {
    const { call, inbox, onRefused } = this.parts;
    const op: Op = { kind: 'follow', channel, ts: thread_ts, on: following };
    inbox.act((state) => addOp(state, op));
    const outcome = await call('client.threads.follow', { channel, thread_ts, following });
    if (outcome.kind === 'refused') onRefused(outcome.code);
    if (outcome.kind !== 'ok') inbox.act((state) => dropOp(state, op));
    return refusalOf(outcome);
  }
}
