import { note } from './waits';

/** What the browser tells of interactions and shifts beside the usual. */
interface Told extends PerformanceEntry {
  interactionId?: number;
  value?: number;
  hadRecentInput?: boolean;
  /** What has moved. */
  sources?: readonly { node: Node | null }[];
}

/** `interaction`, `shift` and `long-frame`, where the browser tells of them. */
export function watchBrowser(signal: AbortSignal): void {
  const worst = new Map<number, number>();
  const interaction = ({ interactionId: id = 0, duration }: Told) => {
    if (id === 0 || duration <= (worst.get(id) ?? 0)) return;
    worst.set(id, duration);
    note('interaction', duration);
  };
  const shift = ({ value = 0, hadRecentInput, sources = [] }: Told) => {
    const isOwn = sources.length > 0 && sources.every(({ node }) => isOfOverlay(node));
    if (hadRecentInput !== true && !isOwn) note('shift', value);
  };
  observe({ type: 'event', durationThreshold: 16, buffered: true }, signal, interaction);
  observe({ type: 'layout-shift', buffered: true }, signal, shift);
  observe({ type: 'long-animation-frame', buffered: true }, signal, ({ duration }) => {
    note('long-frame', duration);
  });
}

function isOfOverlay(node: Node | null): boolean {
  return node instanceof Element && node.closest('[data-perf]') !== null;
}

interface Wanted extends PerformanceObserverInit {
  type: string;
  durationThreshold?: number;
}

function observe(wanted: Wanted, signal: AbortSignal, take: (entry: Told) => void): void {
  if (!PerformanceObserver.supportedEntryTypes.includes(wanted.type)) return;
  const observer = new PerformanceObserver((entries) => {
    for (const entry of entries.getEntries()) take(entry);
  });
  observer.observe(wanted);
  signal.addEventListener('abort', () => observer.disconnect());
}
