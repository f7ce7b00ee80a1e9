import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isLineKey, rowsOf, type Row } from '../../../models/rows';
import type { Message } from '../../../protocol/generated';
import { mergePage, place, remove, type Segment, type Segments } from '../../../store/segments';
import { alice, bob, message } from '../../../testing/builders';
import { survivor, topOf, viewAt, type Item } from './hold';
import { endPx, live, type View } from './view';

const noon = 1_764_072_000;
const hour = 3_600;
const height = 600;
const guess = 24;
const prefs = { dayOf: (ms: number) => new Date(ms).toISOString().slice(0, 10) };

/** A list as it is scrolled: rows have a size of their own, known only once they were near. */
class Reader {
  private segments: Segments = [];
  private rows: readonly Row[] = [];
  private readonly sizes = new Map<string, number>();
  private readonly measured = new Set<string>();
  private view: View = live;
  top = 0;
  private known = 0;

  constructor(private readonly sizeOf: (key: string) => number) {
    const page = range(2_000, 50).map(said);
    this.segments = mergePage([], { messages: page, position: 1, hasOlder: true, live: true });
    this.commit();
  }

  get keys(): readonly string[] {
    return this.rows.map(({ key }) => key);
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
    const messages = range(first, indexOf(before) - first).map(said);
    const page = { messages, position: 1, hasOlder: first > 0, live: false, before };
    this.take(mergePage(this.segments, page));
  }

  append(): void {
    const last = this.segment.messages.at(-1)?.ts ?? '';
    this.take(place(this.segments, { ...said(indexOf(last) + 1), at: 2 }));
  }

  resize(at: number, size: number): void {
    const { key } = this.pick(at);
    this.sizes.set(key, size);
    this.measure();
  }

  remove(at: number): string | undefined {
    const row = this.pick(at);
    if (!('message' in row)) return undefined;
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
    return this.segments[0] ?? { messages: [], hasOlder: false, live: true };
  }

  private pick(at: number): Row {
    const row = this.rows[at % this.rows.length];
    if (row === undefined) throw new Error('no rows');
    return row;
  }

  private take(segments: Segments): void {
    this.segments = segments;
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

function hashOf(text: string, seed: number): number {
  return Array.from(text).reduce(
    (hash, letter) => (hash * 31 + letter.charCodeAt(0)) % 65_521,
    seed,
  );
}

function indexOf(ts: string): number {
  return (Number(ts) - noon) / (hour / 4);
}

const step = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('scroll' as const),
      by: fc.integer({ min: -900, max: 500 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('older' as const),
      by: fc.integer({ min: 1, max: 50 }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('append' as const), by: fc.constant(0) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('resize' as const),
      by: fc.integer({ min: 18, max: 900 }),
      at: fc.nat(500),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('remove' as const),
      by: fc.constant(0),
      at: fc.nat(500),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('away' as const), by: fc.constant(0) }) },
);

test('whatever happens to its rows, a list stays where it is read', () => {
  let judged = 0;
  fc.assert(
    fc.property(fc.array(step, { minLength: 20, maxLength: 60 }), fc.nat(1000), (steps, seed) => {
      const reader = new Reader((key) => 20 + (hashOf(key, seed) % 500));
      for (const { kind, by, ...rest } of steps) {
        const at = 'at' in rest ? rest.at : 0;
        const wasLive = reader.isLive;
        const [eye, ...others] = reader.seen;
        if (kind === 'scroll') reader.scroll(by);
        if (kind === 'older') reader.older(by);
        if (kind === 'append') reader.append();
        if (kind === 'resize') reader.resize(at, by);
        const gone = kind === 'remove' ? reader.remove(at) : undefined;
        if (kind === 'away') reader.away();

        expect(new Set(reader.keys).size).toBe(reader.keys.length);
        if (kind === 'scroll') continue;
        expect(reader.isLive).toBe(wasLive);
        if (wasLive && kind === 'append') expect(reader.atEnd).toBe(true);
        const held = eye?.[0] === gone ? others[0] : eye;
        if (wasLive || held === undefined || reader.top <= 0 || reader.atEnd) continue;
        const now = reader.placeOf(held[0]);
        judged += 1;
        expect(Math.abs((now ?? Infinity) - held[1])).toBeLessThanOrEqual(1);
      }
    }),
    { numRuns: 40 },
  );
  expect(judged).toBeGreaterThan(200);
});
