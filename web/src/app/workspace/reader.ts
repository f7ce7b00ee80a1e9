import type { ChannelId, Ts } from '../../protocol/generated';
import type { Call } from '../../protocol/api';
import type { Inbox } from '../../store/inbox';
import { addOp, dropOp } from '../../store/ops';
import type { Op, WorkspaceState } from '../../store/state';
import { compareTs } from '../../store/ts';

export interface ReaderParts {
  call: Call;
  inbox: Inbox;
  state: () => WorkspaceState;
}

const writeMs = 2000;

/** Moves the read marker: shown at once, written every two seconds at most. */
export class Reader {
  private readonly due = new Map<ChannelId, Ts>();
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly parts: ReaderParts) {}

  seen(channel: ChannelId, ts: Ts, number: number): void {
    const { inbox, state } = this.parts;
    const conversation = state().conversations[channel];
    if (conversation === undefined || compareTs(ts, conversation.read_ts) <= 0) return;
    const last = this.due.get(channel);
    if (last !== undefined && compareTs(ts, last) <= 0) return;
    this.due.set(channel, ts);
    const version = conversation.read_version;
    inbox.act((now) => addOp(now, { kind: 'read', channel, ts, number, version }));
    this.timer ??= setTimeout(() => void this.write(), writeMs);
  }

  /** Writes at once: on leaving a conversation or the page. */
  async write(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    const due = [...this.due];
    this.due.clear();
    for (const [channel, ts] of due) {
      const outcome = await this.parts.call('conversations.mark', {
        channel,
        ts,
        forward_only: true,
      });
      if (outcome.kind === 'refused') this.drop(channel, ts);
      else if (outcome.kind !== 'ok' && !this.due.has(channel)) {
        this.due.set(channel, ts);
        this.timer ??= setTimeout(() => void this.write(), writeMs * 5);
      }
    }
  }

  /** Puts the marker back to where it stood before `seen` moved it. */
  async back(channel: ChannelId, ts: Ts): Promise<void> {
    const unwritten = this.due.get(channel);
    this.due.delete(channel);
    if (unwritten !== undefined) this.drop(channel, unwritten);
    else await this.parts.call('conversations.mark', { channel, ts });
  }

  private drop(channel: ChannelId, ts: Ts): void {
    const same = (op: Op) => op.kind === 'read' && op.channel === channel && op.ts === ts;
    const op = this.parts.state().ops.find(same);
    if (op !== undefined) this.parts.inbox.act((state) => dropOp(state, op));
  }
}
