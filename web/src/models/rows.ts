import { haveSameAuthor } from './authors';
import { isMovement } from './movements';
import type { Message, Ts, UserId } from '../protocol/generated';
import type { Send } from '../outbox/queue';
import type { Segment } from '../store/segments';
import { compareTs, millisOf } from '../store/ts';

/** One line of the message list. A key never changes in a row's life. */
export type Row =
  | { kind: 'start'; key: string }
  | { kind: 'older'; key: string }
  | { kind: 'newer'; key: string }
  | { kind: 'day'; key: string; day: string; ms: number }
  | { kind: 'new'; key: string }
  /** Between the message that a thread hangs on and its replies. */
  | { kind: 'replies'; key: string; count: number }
  | { kind: 'head' | 'cont' | 'tombstone'; key: string; message: Message }
  | { kind: 'system'; key: string; messages: readonly Message[] }
  | { kind: 'pending'; key: string; send: Send; head: boolean };

export interface RowMarks {
  /** The "new" line comes before the first message of others after this one. */
  newAfter: Ts | undefined;
  self: UserId;
  /** The message that the rows hang on, if they are those of a thread. */
  thread?: Ts | undefined;
}

export interface RowPrefs {
  /** The local day of an instant, as `2026-11-24`. */
  dayOf: (ms: number) => string;
}

const groupMs = 5 * 60 * 1000;

export function rowsOf(
  segment: Segment,
  sends: readonly Send[],
  marks: RowMarks,
  prefs: RowPrefs,
): Row[] {
  const rows: Row[] = [];
  if (segment.hasOlder) rows.push({ kind: 'older', key: 'older' });
  else if (marks.thread === undefined) rows.push(start);
  const list = new Builder(rows, marks, prefs);
  const [oldest, ...others] = segment.messages;
  const isEdge = segment.hasOlder && marks.thread === undefined && others.length > 0;
  if (isEdge && oldest !== undefined) list.pass(oldest);
  for (const message of isEdge ? others : segment.messages) list.add(message);
  if (!segment.live) {
    rows.push({ kind: 'newer', key: 'newer' });
    return rows;
  }
  const settled = new Set(segment.messages.map(({ client_msg_id }) => client_msg_id));
  for (const send of sends) if (!settled.has(send.id)) list.addPending(send);
  return rows;
}

/** What waits to be sent, as long as nothing else of the conversation is known. */
export function pendingRows(sends: readonly Send[], self: UserId, prefs: RowPrefs): Row[] {
  const nothing: Segment = { messages: [], hasOlder: true, live: true };
  const rows = rowsOf(nothing, sends, { newAfter: undefined, self }, prefs);
  return rows.filter(({ kind }) => kind === 'pending');
}

const start: Row = { kind: 'start', key: 'start' };

export function keyOf(message: Message): string {
  return message.client_msg_id ?? message.ts;
}

/** Whether it is a line between messages: it moves among them as more of them are known. */
export function isLineKey(key: string): boolean {
  return lines.has(key) || key.startsWith('day:');
}

/** Whether arrows come to it: what stands at the very start of a conversation does not move. */
export function isStopKey(key: string): boolean {
  return key === start.key || !isLineKey(key);
}

const lines = new Set(['start', 'older', 'newer', 'new', 'replies']);

/** A line about what happened to the channel rather than what somebody wrote. */
export function isLine({ subtype }: Message): boolean {
  return subtype !== undefined && subtype !== 'thread_broadcast' && subtype !== 'me_message';
}

class Builder {
  private day = '';
  private marked = false;
  private last: { user: string; ms: number; message?: Message } | undefined;

  constructor(
    private readonly rows: Row[],
    private readonly marks: RowMarks,
    private readonly prefs: RowPrefs,
  ) {}

  /**
   * Says only how the next message is grouped: what comes before this one is not known, and how
   * it looks itself would change with it, under the eyes of whoever scrolls up.
   */
  pass(message: Message): void {
    const { length } = this.rows;
    this.add(message);
    this.rows.length = length;
    const { newAfter } = this.marks;
    this.marked = newAfter !== undefined && compareTs(message.ts, newAfter) > 0;
    if (this.marked) this.rows.push({ kind: 'new', key: 'new' });
  }

  add(message: Message): void {
    const ms = millisOf(message.ts);
    this.startDay(ms);
    this.markNew(message);
    const key = keyOf(message);
    if (message.subtype === 'tombstone') {
      this.rows.push({ kind: 'tombstone', key, message });
      this.last = undefined;
    } else if (isLine(message)) {
      this.addSystem(key, message);
    } else {
      this.rows.push({
        kind: !this.announces(message) && this.follows(message, ms) ? 'cont' : 'head',
        key,
        message,
      });
      this.last = this.announces(message) ? undefined : { user: message.user, ms, message };
    }
    if (message.ts === this.marks.thread) this.startReplies(message.reply_count ?? 0);
  }

  /** A reply that the channel sees too says to what it replies: no group goes across it. */
  private announces({ subtype }: Message): boolean {
    return this.marks.thread === undefined && subtype === 'thread_broadcast';
  }

  private startReplies(count: number): void {
    this.last = undefined;
    this.rows.push({ kind: 'replies', key: 'replies', count });
  }

  private follows(message: Message, ms: number): boolean {
    const before = this.last?.message;
    return (
      this.continues(message.user, ms) && (before === undefined || haveSameAuthor(before, message))
    );
  }

  addPending(send: Send): void {
    this.startDay(send.createdMs);
    const head = !this.continues(this.marks.self, send.createdMs);
    this.rows.push({ kind: 'pending', key: send.id, send, head });
    this.last = { user: this.marks.self, ms: send.createdMs };
  }

  private continues(user: string, ms: number): boolean {
    const { last } = this;
    return last !== undefined && last.user === user && ms - last.ms <= groupMs;
  }

  private addSystem(key: string, message: Message): void {
    const last = this.rows.at(-1);
    this.last = undefined;
    const moving = isMovement(message);
    if (last?.kind === 'system' && moving && last.messages.every(isMovement)) {
      this.rows[this.rows.length - 1] = { ...last, messages: [...last.messages, message] };
    } else {
      this.rows.push({ kind: 'system', key, messages: [message] });
    }
  }

  private startDay(ms: number): void {
    const day = this.prefs.dayOf(ms);
    if (day === this.day) return;
    this.day = day;
    this.last = undefined;
    this.rows.push({ kind: 'day', key: `day:${day}`, day, ms });
  }

  private markNew(message: Message): void {
    const { newAfter, self } = this.marks;
    if (this.marked || newAfter === undefined || message.user === self) return;
    if (message.ts === this.marks.thread) return;
    if (compareTs(message.ts, newAfter) <= 0) return;
    this.marked = true;
    this.last = undefined;
    this.rows.push({ kind: 'new', key: 'new' });
  }
}
