import type { KeptMessages } from '../../cache/loader';
import type { ChannelId, HistoryAnswer, Ts } from '../../protocol/generated';
import type { Call, Outcome } from '../../protocol/api';
import type { Inbox } from '../../store/inbox';
import { channelOf, threadOf, type Place } from '../../store/places';
import { findMessage, liveSegment } from '../../store/segments';
import type { Load, LoadSide, WorkspaceState } from '../../store/state';
import { refusalOf } from './refusals';

export interface PagesParts {
  call: Call;
  inbox: Inbox;
  state: () => WorkspaceState;
  onRefused: (code: string) => void;
  /** What the disk has of a conversation's messages. */
  kept?: (channel: ChannelId) => Promise<KeptMessages | undefined>;
}

const pageSize = 50;
/** Most threads come whole. */
const threadPageSize = 100;

/** Fetches runs of messages: one request per place and side at a time. */
export class Pages {
  constructor(private readonly parts: PagesParts) {}

  /** The newest messages, unless they are known. */
  newest(place: Place): void {
    const history = this.parts.state().histories[place];
    const known = history !== undefined && !history.stale && liveSegment(history.segments);
    if (known === false || known === undefined) this.load(place, 'window', {});
  }

  around(place: Place, ts: Ts): void {
    this.load(place, 'window', { around: ts });
  }

  older(place: Place, before: Ts): void {
    this.load(place, 'older', { before });
  }

  newer(place: Place, after: Ts): void {
    this.load(place, 'newer', { after });
  }

  /** A failed attempt is forgotten, so that the next look tries again. */
  forgive(place: Place): void {
    this.put(place, 'window', undefined);
  }

  /** Lets go of what is far from what is read, or from the newest message when that is. */
  trim(place: Place, eye: Ts | undefined): void {
    const of = { channel: channelOf(place), thread: threadOf(place) };
    this.parts.inbox.answerNow({ type: 'trim', ...of, eye });
  }

  private load(place: Place, side: LoadSide, where: Where): void {
    if (this.parts.state().loads[place]?.[side] === 'loading') return;
    this.put(place, side, 'loading');
    void this.find(place, side, where);
  }

  private async find(place: Place, side: LoadSide, where: Where): Promise<void> {
    if (side === 'window' && (await this.isKept(place, where))) this.put(place, side, undefined);
    else this.take(place, side, where, await this.fetch(place, where));
  }

  /** Takes what the disk has; whether that is what is wanted. */
  private async isKept(place: Place, { around }: Where): Promise<boolean> {
    const { kept, inbox, state } = this.parts;
    if (kept === undefined || threadOf(place) !== undefined) return false;
    const found = await kept(place);
    if (found === undefined) return false;
    inbox.answerNow({ type: 'kept', channel: place, ...found });
    const history = state().histories[place];
    if (history === undefined || history.stale) return false;
    if (around !== undefined) return findMessage(history.segments, around) !== undefined;
    return liveSegment(history.segments) !== undefined;
  }

  private fetch(place: Place, where: Where): Promise<Outcome<HistoryAnswer>> {
    const thread_ts = threadOf(place);
    const of = thread_ts === undefined ? { limit: pageSize } : { limit: threadPageSize, thread_ts };
    const args = { channel: channelOf(place), ...of, ...where };
    return this.parts.call<HistoryAnswer>('client.history', args);
  }

  private take(
    place: Place,
    side: LoadSide,
    { before, after }: Where,
    outcome: Outcome<HistoryAnswer>,
  ): void {
    const { inbox, onRefused } = this.parts;
    if (outcome.kind === 'refused') onRefused(outcome.code);
    if (outcome.kind !== 'ok') {
      this.put(place, side, refusalOf(outcome) === 'thread_not_found' ? 'absent' : 'failed');
      return;
    }
    const channel = channelOf(place);
    const thread = threadOf(place);
    inbox.answer({ type: 'page', channel, thread, answer: outcome.answer, before, after });
    this.put(place, side, undefined);
  }

  private put(place: Place, side: LoadSide, load: Load | undefined): void {
    const of = { channel: channelOf(place), thread: threadOf(place) };
    this.parts.inbox.answer({ type: 'load', ...of, side, load });
  }
}

interface Where {
  before?: Ts;
  after?: Ts;
  around?: Ts;
}
