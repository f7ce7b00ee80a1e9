import type { ChannelId, HistoryAnswer, Ts } from '../../protocol/generated';
import type { Call, Outcome } from '../../protocol/api';
import type { Inbox } from '../../store/inbox';
import { liveSegment } from '../../store/segments';
import type { LoadSide, WorkspaceState } from '../../store/state';

export interface PagesParts {
  call: Call;
  inbox: Inbox;
  state: () => WorkspaceState;
  onRefused: (code: string) => void;
}

const pageSize = 50;
const rowsKept = 600;

/** Fetches runs of messages: one request per conversation and side at a time. */
export class Pages {
  constructor(private readonly parts: PagesParts) {}

  /** The newest messages, unless they are known. */
  newest(channel: ChannelId): void {
    const history = this.parts.state().histories[channel];
    const known = history !== undefined && !history.stale && liveSegment(history.segments);
    if (known === false || known === undefined) this.load(channel, 'window', {});
  }

  around(channel: ChannelId, ts: Ts): void {
    this.load(channel, 'window', { around: ts });
  }

  older(channel: ChannelId, before: Ts): void {
    this.load(channel, 'older', { before });
  }

  newer(channel: ChannelId, after: Ts): void {
    this.load(channel, 'newer', { after });
  }

  private load(channel: ChannelId, side: LoadSide, where: Where): void {
    const { inbox, state } = this.parts;
    if (state().loads[channel]?.[side] === 'loading') return;
    inbox.answer({ type: 'load', channel, side, load: 'loading' });
    void this.fetch(channel, where).then((outcome) => this.take(channel, side, where, outcome));
  }

  private fetch(channel: ChannelId, where: Where): Promise<Outcome<HistoryAnswer>> {
    return this.parts.call<HistoryAnswer>('client.history', { channel, limit: pageSize, ...where });
  }

  private take(
    channel: ChannelId,
    side: LoadSide,
    { before, after }: Where,
    outcome: Outcome<HistoryAnswer>,
  ): void {
    const { inbox, onRefused } = this.parts;
    if (outcome.kind === 'refused') onRefused(outcome.code);
    if (outcome.kind !== 'ok') {
      inbox.answer({ type: 'load', channel, side, load: 'failed' });
      return;
    }
    inbox.answer({ type: 'page', channel, answer: outcome.answer, before, after });
    if (side === 'newer') {
      inbox.answer({ type: 'trim', channel, from: 'oldest', most: rowsKept });
    }
    inbox.answer({ type: 'load', channel, side, load: undefined });
  }
}

interface Where {
  before?: Ts;
  after?: Ts;
  around?: Ts;
}
