import type { ChannelId, Ts } from '../../protocol/generated';
import type { Call } from '../../protocol/api';
import type { Inbox } from '../../store/inbox';
import { addOp, dropOp } from '../../store/ops';
import { channelOf, placeOf, threadOf, type Place } from '../../store/places';
import type { Op, WorkspaceState } from '../../store/state';
import { compareTs } from '../../store/ts';

export interface ReaderParts {
  call: Call;
  inbox: Inbox;
  state: () => WorkspaceState;
}

/** What is to be written: read up to there, while the marker had this version. */
interface Due {
  ts: Ts;
  version?: number;
}

const writeMs = 2000;

/** Moves read markers, of conversations and threads: shown at once, written every two seconds at most. */
export class Reader {
  private readonly due = new Map<Place, Due>();
  /** Where somebody marked unread: nothing is marked until they have left. */
  private readonly suspended = new Set<ChannelId>();
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly parts: ReaderParts) {}

  seen(channel: ChannelId, ts: Ts, number: number): void {
    const { inbox, state } = this.parts;
    const conversation = state().conversations[channel];
    if (this.suspended.has(channel)) return;
    if (conversation === undefined || !this.isNews(channel, ts, conversation.read_ts)) return;
    const version = conversation.read_version;
    inbox.act((now) => addOp(now, { kind: 'read', channel, ts, number, version }));
    this.later(channel, { ts, version }, writeMs);
  }

  /** A thread that the person follows was read up to a reply, and so many replies with it. */
  seenReply(channel: ChannelId, thread: Ts, upTo: Ts, number: number): void {
    const { inbox, state } = this.parts;
    const place = placeOf(channel, thread);
    const marker = state().threads[place]?.marker;
    if (marker?.following !== true || !this.isNews(place, upTo, marker.read_ts)) return;
    inbox.act((now) => addOp(now, { kind: 'thread_read', channel, ts: thread, upTo, number }));
    this.later(place, { ts: upTo }, writeMs);
  }

  /** Everything after a `ts` is unread again, and stays so while the conversation is looked at. */
  async unread(channel: ChannelId, after: Ts): Promise<void> {
    this.suspended.add(channel);
    const unwritten = this.due.get(channel);
    this.due.delete(channel);
    if (unwritten !== undefined) this.drop(channel, unwritten.ts);
    await this.parts.call('conversations.mark', { channel, ts: after });
  }

  /** The conversation was left. */
  left(channel: ChannelId): void {
    this.suspended.delete(channel);
  }

  /** Writes at once: on leaving a conversation or the page. */
  async write(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    const due = [...this.due];
    this.due.clear();
    for (const [place, read] of due) {
      const outcome = await this.tell(place, read);
      if (outcome.kind === 'refused') this.drop(place, read.ts);
      else if (outcome.kind !== 'ok' && !this.due.has(place)) this.later(place, read, writeMs * 5);
    }
  }

  /** Puts the marker back to where it stood before `seen` moved it. */
  async back(channel: ChannelId, ts: Ts): Promise<void> {
    const unwritten = this.due.get(channel);
    this.due.delete(channel);
    if (unwritten !== undefined) this.drop(channel, unwritten.ts);
    else await this.parts.call('conversations.mark', { channel, ts });
  }

  private tell(place: Place, { ts, version }: Due) {
    const [channel, thread_ts] = [channelOf(place), threadOf(place)];
    return thread_ts === undefined
      ? this.parts.call('conversations.mark', {
          channel,
          ts,
          forward_only: true,
          read_version: version,
        })
      : this.parts.call('client.threads.mark', { channel, thread_ts, ts });
  }

  private isNews(place: Place, ts: Ts, read: Ts): boolean {
    const last = this.due.get(place)?.ts;
    return compareTs(ts, read) > 0 && (last === undefined || compareTs(ts, last) > 0);
  }

  private later(place: Place, due: Due, afterMs: number): void {
    this.due.set(place, due);
    this.timer ??= setTimeout(() => void this.write(), afterMs);
  }

  private drop(place: Place, ts: Ts): void {
    const same = (op: Op) => {
      if (op.kind === 'read') return op.channel === place && op.ts === ts;
      return op.kind === 'thread_read' && placeOf(op.channel, op.ts) === place && op.upTo === ts;
    };
    const op = this.parts.state().ops.find(same);
    if (op !== undefined) this.parts.inbox.act((state) => dropOp(state, op));
  }
}
