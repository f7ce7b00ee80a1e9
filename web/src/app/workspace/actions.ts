import type { ChannelId, Message, ResumeAnswer, Ts, UserId } from '../../protocol/generated';
import type { Outcome } from '../../protocol/api';
import type { Wire } from '../../richtext/outgoing';
import { addOp, dropOp } from '../../store/ops';
import { ownPosition, type Op } from '../../store/state';
import { MessageActions } from './messageActions';
import { refusalOf, type ActionsParts, type Refusal } from './refusals';
import { ThreadActions } from './threadActions';

export { refusalOf } from './refusals';

/** What a person does besides sending: shown at once where it can be, confirmed by an event. */
export class Actions {
  readonly messages: MessageActions;
  readonly threads: ThreadActions;

  constructor(private readonly parts: ActionsParts) {
    this.messages = new MessageActions(parts);
    this.threads = new ThreadActions(parts);
  }

  async edit(channel: ChannelId, ts: Ts, wire: Wire): Promise<Refusal> {
    const op: Op = { kind: 'edit', channel, ts, ...wire };
    this.parts.inbox.act((state) => addOp(state, op));
    const outcome = await this.call<{ message: Message }>('chat.update', {
      channel,
      ts,
      ...wire,
    });
    // What the server answers wins over what was shown early, and a later edit over both.
    if (outcome.kind === 'ok') {
      this.parts.inbox.answerNow({ type: 'edited', message: outcome.answer.message, op });
    } else {
      this.parts.inbox.act((state) => dropOp(state, op));
    }
    return refusalOf(outcome);
  }

  async erase(channel: ChannelId, ts: Ts): Promise<Refusal> {
    const op: Op = { kind: 'delete', channel, ts };
    this.parts.inbox.act((state) => addOp(state, op));
    const outcome = await this.call('chat.delete', { channel, ts });
    const gone = outcome.kind === 'refused' && outcome.code === 'message_not_found';
    if (outcome.kind === 'ok' || gone) {
      this.parts.inbox.answer({ type: 'erased', channel, ts });
      return undefined;
    }
    this.parts.inbox.act((state) => dropOp(state, op));
    return refusalOf(outcome);
  }

  async createChannel(name: string, isPrivate: boolean): Promise<Outcome<ChannelId>> {
    return this.enter('conversations.create', { name, is_private: isPrivate });
  }

  async join(channel: ChannelId): Promise<Outcome<ChannelId>> {
    return this.enter('conversations.join', { channel });
  }

  async openDirect(users: readonly UserId[]): Promise<Outcome<ChannelId>> {
    return this.enter('conversations.open', { users: users.join(',') });
  }

  async leave(channel: ChannelId): Promise<Refusal> {
    return refusalOf(await this.call('conversations.leave', { channel }));
  }

  async invite(channel: ChannelId, users: readonly UserId[]): Promise<Refusal> {
    const outcome = await this.call('conversations.invite', { channel, users: users.join(',') });
    return refusalOf(outcome);
  }

  /** Puts a direct message away until something new is said. */
  async close(channel: ChannelId): Promise<Refusal> {
    return refusalOf(await this.call('conversations.close', { channel }));
  }

  /** The event says that it is so, on every device. */
  async mute(channel: ChannelId, muted: boolean): Promise<Refusal> {
    return refusalOf(await this.call('client.conversations.mute', { channel, muted }));
  }

  async kick(channel: ChannelId, user: UserId): Promise<Refusal> {
    return refusalOf(await this.call('conversations.kick', { channel, user }));
  }

  /** The event brings the conversation too; whichever comes first is shown. */
  private async enter(method: string, args: Record<string, unknown>): Promise<Outcome<ChannelId>> {
    const outcome = await this.call<{ channel: { id: ChannelId } }>(method, args);
    if (outcome.kind !== 'ok') return outcome;
    const { id } = outcome.answer.channel;
    if (this.parts.state().conversations[id] === undefined) {
      const asked = ownPosition(this.parts.state());
      const fresh = await this.call<ResumeAnswer>('client.resume', { streams: [id] });
      if (fresh.kind === 'ok') {
        this.parts.inbox.answer({ type: 'fresh', answer: fresh.answer, asked });
      }
    }
    return { kind: 'ok', answer: id };
  }

  private async call<T>(method: string, args: Record<string, unknown>): Promise<Outcome<T>> {
    const outcome = await this.parts.call<T>(method, args);
    if (outcome.kind === 'refused') this.parts.onRefused(outcome.code);
    return outcome;
  }
}
