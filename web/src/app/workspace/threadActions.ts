import { followedThreads } from '../../models/threads';
import type { ChannelId, ThreadMarker, Ts } from '../../protocol/generated';
import { addOp, dropOp } from '../../store/ops';
import { placeOf } from '../../store/places';
import { liveSegment } from '../../store/segments';
import type { Op, WorkspaceState } from '../../store/state';
import { refusalOf, type ActionsParts, type Refusal } from './refusals';

type ThreadReadOp = Op & { kind: 'thread_read' };

const undoMs = 10_000;

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

  /**
   * Marks all replies read that are held. The server is told when nobody has taken it back for a
   * while, as it never moves a thread's marker back.
   *
   * @return takes it back
   */
  readAll(): () => void {
    const { call, inbox, state } = this.parts;
    const ops = followedThreads(state())
      .filter(({ unread }) => unread > 0)
      .map(({ marker }) => readOp(state(), marker));
    inbox.act((now) => ops.reduce(addOp, now));
    const timer = setTimeout(() => {
      for (const { channel, ts: thread_ts, upTo: ts } of ops) {
        void call('client.threads.mark', { channel, thread_ts, ts });
      }
    }, undoMs);
    return () => {
      clearTimeout(timer);
      inbox.act((now) => ops.reduce(dropOp, now));
    };
  }
}

/** Up to the newest reply that is known, or to this moment. */
function readOp({ histories, clockSkewMs }: WorkspaceState, marker: ThreadMarker): ThreadReadOp {
  const { channel, thread_ts, reply_number: number } = marker;
  const held = histories[placeOf(channel, thread_ts)]?.segments ?? [];
  const now = `${Math.floor((Date.now() + clockSkewMs) / 1000)}.000000`;
  const upTo = liveSegment(held)?.messages.at(-1)?.ts ?? now;
  return { kind: 'thread_read', channel, ts: thread_ts, upTo, number };
}
