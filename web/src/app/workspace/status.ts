import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Conversation, Message } from '../../protocol/generated';
import type { Departure } from '../../store/signals';
import type { Link } from '../../protocol/link';

interface Departed {
  conversation: Conversation;
  why: Departure;
}

/** What the page knows of its own condition, apart from the workspace's state. */
export interface Status {
  link: Link;
  /** When the connection was lost, by the page's clock. */
  lostMs: number | undefined;
  retryAtMs: number | undefined;
  online: boolean;
  /** False until the first answer or the disk gave something to show. */
  ready: boolean;
  unreachable: boolean;
  /** The conversation that went away while it was open. */
  departed: Departed | undefined;
  /** The last one that went away while it was not. */
  gone: Departed | undefined;
  arrived: { channel: string; message: Message; count: number } | undefined;
}

export function newStatus(online: boolean): StoreApi<Status> {
  return createStore<Status>(() => ({
    link: { phase: 'idle' },
    lostMs: undefined,
    retryAtMs: undefined,
    online,
    ready: false,
    unreachable: false,
    departed: undefined,
    gone: undefined,
    arrived: undefined,
  }));
}

/** A conversation went away, maybe the one that is open. */
export function withLeft(
  signal: Departed & { channel: string },
  open: string | undefined,
): Partial<Status> {
  return signal.channel === open ? { departed: signal } : { gone: signal };
}

export function withLink(status: Status, link: Link, now: number): Partial<Status> {
  if (link.phase === 'live') return { link, lostMs: undefined, retryAtMs: undefined };
  const retryAtMs = link.phase === 'waiting' ? now + link.delayMs : undefined;
  return { link, lostMs: status.lostMs ?? now, retryAtMs };
}
