import type { Draft } from '../../richtext/draft';
import type { Wire } from '../../richtext/outgoing';
import type { Place } from '../../store/places';

/** What is to leave the composer. */
export interface Wish {
  place: Place;
  said: Wire;
  /** As it stood there. */
  draft: Draft;
  /** Whether the conversation is to see a reply, too. */
  broadcast: boolean;
  /** When it goes out, in milliseconds since 1970, if not now. */
  atMs?: number | undefined;
}

/** What left it last. */
export interface Sent extends Wish {
  /** By which the queue and the message know it. */
  id: string;
  sentMs: number;
}

/** A channel of more people is only told as a whole once its author has said so again. */
export const askAbove = 50;

/** How long what was sent can be taken back. */
export const takeBackMs = 10_000;

/** Whether something is to be asked or done before it may leave. */
export function looksFirst({ said: { text }, draft, atMs }: Wish, members: number): boolean {
  if (atMs !== undefined || draft.text.startsWith('/')) return true;
  return members > askAbove && /<!(?:channel|here|everyone|subteam\^)/.test(text);
}
