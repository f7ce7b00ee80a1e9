import { banner, openChannel, showsAtEnd, sidebarRow, wordsOf } from './page';
import type { Waits } from './waits';

const giveUpMs = 3000;
/** Of hundreds a second a sample is looked for: to look for all would slow down what is measured. */
const sampleMs = 50;

interface Frame {
  type?: string;
  event?: { type?: string; channel?: string; text?: string; thread_ts?: string };
}

/** `event-row`, `event-badge` from the frame, `resume` from the network's return. */
export function watchFrames(waits: Waits, signal: AbortSignal): void {
  let resumedMs = 0;
  let sampledMs = 0;
  const hear = (frame: Frame, startMs: number) => {
    if (frame.type === 'resumed') resumedMs = performance.now();
    const { type, channel, text, thread_ts: thread } = frame.event ?? {};
    if (type !== 'message' || channel === undefined || thread !== undefined) return;
    if (startMs - sampledMs < sampleMs) return;
    sampledMs = startMs;
    if (channel === openChannel()) {
      const words = wordsOf(text ?? '');
      if (showsAtEnd(words)) return;
      waits.add({ name: 'event-row', startMs, giveUpMs, isShown: () => showsAtEnd(words) });
      return;
    }
    const label = labelOf(channel);
    // One more that is unread changes nothing where it is not counted.
    if (label === undefined || (isUnread(channel) && !mentions(text))) return;
    const isShown = () => (labelOf(channel) ?? label) !== label;
    waits.add({ name: 'event-badge', startMs, giveUpMs, isShown });
  };
  watchMessages(hear, signal);
  const back = ({ timeStamp: startMs }: Event) => {
    const isShown = () => resumedMs > startMs && banner() === null;
    waits.add({ name: 'resume', startMs, giveUpMs: 60_000, isShown });
  };
  window.addEventListener('online', back, { signal });
}

function isUnread(channel: string): boolean {
  return sidebarRow(channel)?.getAttribute('data-unread') === 'true';
}

function mentions(text = ''): boolean {
  return /<[@!]/.test(text);
}

function labelOf(channel: string): string | undefined {
  return sidebarRow(channel)?.getAttribute('aria-label') ?? undefined;
}

/** Hears what the page hears at its sockets, those that are open already as well. */
function watchMessages(hear: (frame: Frame, startMs: number) => void, signal: AbortSignal): void {
  const data = Object.getOwnPropertyDescriptor(MessageEvent.prototype, 'data');
  if (data?.get === undefined) return;
  const get = (event: MessageEvent): unknown => data.get?.call(event);
  const heard = new WeakSet<MessageEvent>();
  Object.defineProperty(MessageEvent.prototype, 'data', {
    ...data,
    get(this: MessageEvent) {
      const value = get(this);
      if (typeof value === 'string' && this.target instanceof WebSocket && !heard.has(this)) {
        heard.add(this);
        hear(JSON.parse(value) as Frame, this.timeStamp);
      }
      return value;
    },
  });
  signal.addEventListener('abort', () => {
    Object.defineProperty(MessageEvent.prototype, 'data', data);
  });
}
