import { rowsOf, type Row, isLineKey } from '../models/rows';
import type { Message } from '../protocol/generated';
import { bounded, countOf } from '../store/bounded';
import { mergePage, place, remove, type Segment, type Segments } from '../store/segments';
import { survivor, topOf, viewAt, type Item } from '../features/messages/MessageList/hold';
import { endPx, eyeOf, live, type View } from '../features/messages/MessageList/view';
import { alice, bob, message } from './builders';

const noon = 1_764_072_000;
const hour = 3_600;
const height = 600;
const guess = 24;
/** As many messages are held. */
export const most = 120;
const prefs = { dayOf: (ms: number) => new Date(ms).toISOString().slice(0, 10) };

/** A list as it is scrolled: rows have a size of their own, known only once they were near. */
export class Reader {
  private segments: Segments = [];
  private rows: readonly Row[] = [];
  private readonly sizes = new Map<string, number>();
  private readonly measured = new Set<string>();
  private view: View = live;
  top = 0;
  private known = 0;
  trims = 0;
  private within: string | undefined;
  private newest = 2_049;
  private readonly gone = new Set<number>();

  constructor(private readonly sizeOf: (key: string) => number) {
    const page = range(2_000, 50).map(said);
    this.segments = mergePage([], { messages: page, position: 1, hasOlder: true, live: true });
    this.commit();
  }

  get keys(): readonly string[] {
    return this.rows.map(({ key }) => key);
  }

  get count(): number {
    return countOf(this.segments);
  }

  get end(): number {
    return Math.max(0, (this.items.at(-1)?.end ?? 0) - height);
  }

  get isLive(): boolean {
    return this.view.kind === 'live';
  }

  get atEnd(): boolean {
    return this.end - this.top <= 1;
  }

  /** The messages on screen that were seen, each with its distance from the top. */
  get seen(): ReadonlyMap<string, number> {
    const shown = this.items.filter(
      ({ start, end }) => end > this.top && start < this.top + height,
    );
    const known = shown.map(({ key, start }) => [String(key), start - this.top] as const);
    return new Map(known.filter(([key]) => this.measured.has(key) && !isLineKey(key)));
  }

  placeOf(key: string): number | undefined {
    const item = this.items.find((each) => each.key === key);
    return item && item.start - this.top;
  }

  scroll(by: number): void {
    this.top = Math.min(this.end, Math.max(0, this.top + by));
    if (this.end - this.top <= endPx && this.segment.live) this.view = live;
    else this.view = this.viewNow() ?? this.view;
    this.measure();
  }

  older(count: number): void {
    const before = this.segment.messages[0]?.ts ?? '';
    const first = Math.max(0, indexOf(before) - count);
    const messages = this.between(first, indexOf(before) - 1);
    const page = { messages, position: 1, hasOlder: first > 0, live: false, before };
    this.take(mergePage(this.segments, page));
  }

  newer(count: number): void {
    if (this.segment.live) return;
    const after = this.segment.messages.at(-1)?.ts ?? '';
    const last = Math.min(this.newest, indexOf(after) + count);
    const messages = this.between(indexOf(after) + 1, last);
    const page = { messages, position: 1, hasOlder: true, live: last === this.newest, after };
    this.take(mergePage(this.segments, page));
  }

  append(): void {
    this.newest += 1;
    this.take(place(this.segments, { ...said(this.newest), at: 2 }));
  }

  resize(at: number, size: number): void {
    const { key } = this.pick(at);
    this.sizes.set(key, size);
    this.measure();
  }

  remove(at: number): string | undefined {
    const row = this.pick(at);
    if (!('message' in row)) return undefined;
    this.gone.add(indexOf(row.message.ts));
    this.take(remove(this.segments, row.message.ts, 9));
    return row.key;
  }

  /** Another conversation is looked at meanwhile, in which nothing is measured yet. */
  away(): void {
    this.top = 0;
    this.known = -1;
    this.commit();
  }

  private get segment(): Segment {
    const { within } = this;
    const run = this.segments.find(
      ({ messages }) =>
        within !== undefined && indexOf(messages.at(-1)?.ts ?? '') >= indexOf(within),
    );
    return run ?? this.segments.at(-1) ?? { messages: [], hasOlder: false, live: true };
  }

  private between(first: number, last: number): Message[] {
    return range(first, last - first + 1)
      .filter((index) => !this.gone.has(index))
      .map(said);
  }

  private pick(at: number): Row {
    const row = this.rows[at % this.rows.length];
    if (row === undefined) throw new Error('no rows');
    return row;
  }

  private take(segments: Segments): void {
    this.segments = segments;
    this.commit();
    if (this.count <= most) return;
    this.trims += 1;
    this.within = eyeOf(this.rows, this.view);
    this.segments = bounded(segments, this.within, most);
    this.commit();
  }

  private commit(): void {
    const before = this.items;
    const { segment } = this;
    this.rows = rowsOf(segment, [], { newAfter: undefined, self: alice.id }, prefs);
    const keys = new Set(this.keys);
    this.view = survivor(this.view, before, (key) => keys.has(key));
    this.settle();
    this.measure();
  }

  /** What is near becomes known, which moves what is near. */
  private measure(): void {
    for (;;) {
      const near = this.items.filter(
        ({ key, start, end }) =>
          !this.measured.has(String(key)) &&
          end > this.top - height &&
          start < this.top + 2 * height,
      );
      for (const { key } of near) this.measured.add(String(key));
      this.settle();
      if (near.length === 0) return;
    }
  }

  private viewNow(): View | undefined {
    const isMeasured = ({ key }: Item) => this.measured.has(String(key));
    return viewAt(this.items, { top: this.top, height }, isMeasured);
  }

  private settle(): void {
    const { end, view } = this;
    if (view.kind === 'live' && end === this.known) return;
    const wanted = topOf(view, this.items, { top: this.top, height });
    this.top = Math.min(end, Math.max(0, wanted));
    this.known = end;
    if (view.kind === 'anchored') this.view = this.viewNow() ?? view;
  }

  private get items(): Item[] {
    let start = 0;
    return this.rows.map(({ key }) => {
      const real = this.sizes.get(key) ?? this.sizeOf(key);
      const size = this.measured.has(key) ? real : guess;
      const item = { key, start, size, end: start + size };
      start += size;
      return item;
    });
  }
}

function range(first: number, count: number): number[] {
  return Array.from({ length: count }, (_, at) => first + at);
}

function said(index: number): Message {
  const user = index % 7 < 4 ? bob.id : alice.id;
  const join = index % 11 === 0 ? { subtype: 'channel_join' as const } : {};
  return message({ ts: `${noon + index * (hour / 4)}.000000`, user, ...join });
}

function indexOf(ts: string): number {
  return (Number(ts) - noon) / (hour / 4);
}
