/** The table of bounds: milliseconds unless the unit says something else. */
export interface Budget {
  label: string;
  /** The measure or the mark, without `parley:`. */
  name: string;
  /** Bounds at full speed and throttled four-fold; none for what is told alone. */
  bounds?: readonly [number, number];
  /** What of a run's samples counts. */
  take: 'p95' | 'max' | 'min' | 'shift' | 'interaction';
  unit?: 'px' | '%' | '' | 'rows';
  /** The bound is to be reached, not to be kept under. */
  atLeast?: true;
  /** The same gesture on a bare page. */
  bare?: string;
}

const p95 = 'p95' as const;
const max = 'max' as const;

export const budgets: readonly Budget[] = [
  {
    label: 'keydown → glyph painted',
    name: 'type',
    bounds: [16, 40],
    take: p95,
    bare: 'bare-type',
  },
  { label: '… at most', name: 'type', bounds: [80, 80], take: max },
  { label: '… 40 keys a second', name: 'type-burst', take: p95, bare: 'bare-type-burst' },
  { label: 'Enter → own message painted', name: 'send-echo', bounds: [32, 80], take: p95 },
  {
    label: 'switch, in memory',
    name: 'switch-hot',
    bounds: [50, 120],
    take: p95,
    bare: 'bare-switch',
  },
  { label: 'switch, in IndexedDB', name: 'switch-warm', bounds: [100, 220], take: p95 },
  { label: 'switch, nothing cached: header', name: 'switch-cold', bounds: [50, 120], take: p95 },
  { label: '… answer → messages', name: 'switch-cold-rest', bounds: [60, 150], take: p95 },
  {
    label: 'frame received → row painted',
    name: 'event-row',
    bounds: [32, 80],
    take: p95,
  },
  { label: 'frame received → badge painted', name: 'event-badge', bounds: [100, 200], take: p95 },
  { label: 'Ctrl+K → open', name: 'jump-open', bounds: [50, 120], take: p95, bare: 'bare-open' },
  { label: '… each key → local results', name: 'jump-key', bounds: [16, 50], take: p95 },
  { label: 'picker, menu, thread → open', name: 'open', bounds: [80, 160], take: p95 },
  {
    label: 'scroll at 4,000 px/s: frames ≤ 16.7 ms (4×: ≤ 33 ms)',
    name: 'scroll-share',
    bounds: [97, 90],
    take: 'min',
    unit: '%',
    atLeast: true,
  },
  { label: '… worst frame', name: 'scroll-worst', bounds: [100, 100], take: max },
  { label: '… blank frames', name: 'scroll-blank', bounds: [0, 0], take: max, unit: 'rows' },
  { label: 'page prepended: movement', name: 'anchor', bounds: [1, 1], take: max, unit: 'px' },
  { label: 'first visit → shell', name: 'boot-cold-shell', bounds: [1000, 2000], take: max },
  { label: '… → messages, typing', name: 'boot-cold', bounds: [1800, 3500], take: max },
  { label: 'return visit → last channel', name: 'boot-warm', bounds: [500, 1200], take: max },
  {
    label: 'network back → caught up (1,000 events)',
    name: 'resume',
    bounds: [1000, 2000],
    take: max,
  },
  { label: 'INP', name: 'interaction', bounds: [100, 200], take: 'interaction' },
  {
    label: 'layout shift without input',
    name: 'shift',
    bounds: [0.01, 0.01],
    take: 'shift',
    unit: '',
  },
];
