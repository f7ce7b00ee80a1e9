import type { ChannelId, Json, Ts } from '../protocol/generated';
import { fullJitter } from '../protocol/backoff';

export type SendState = 'queued' | 'sending' | 'sent' | 'failed';

export interface Send {
  id: string;
  channel: ChannelId;
  /** As it travels: escaped mrkdwn. */
  text: string;
  /** What the text cannot say. */
  blocks?: readonly Json[] | undefined;
  /** The message that this replies to, and whether the channel sees the reply too. */
  thread?: Ts | undefined;
  broadcast?: boolean | undefined;
  createdMs: number;
  state: SendState;
  attempt: number;
  /** The record is on disk; nothing leaves before. */
  saved: boolean;
  reason?: string;
  ts?: Ts;
  /** One is out of the conversation since it left: if it did not arrive, it is not sent again. */
  out?: boolean;
}

/** What a person says, and where. */
export type Outgoing = Pick<Send, 'channel' | 'text' | 'blocks' | 'thread' | 'broadcast'>;

/** All sends in the order in which they were made; a lane is the sends of one conversation. */
export interface Queue {
  sends: readonly Send[];
  /** Lanes that wait, and until when. */
  paused: Readonly<Record<ChannelId, number>>;
  /** Only one tab holds the right to send. */
  holding: boolean;
}

export type QueueInput =
  | { type: 'made'; send: Outgoing & Pick<Send, 'id'> }
  | { type: 'saved'; id: string }
  | { type: 'found'; sends: readonly Send[] }
  | { type: 'granted' }
  | { type: 'released' }
  | { type: 'tick' }
  | { type: 'nudge' }
  | { type: 'accepted'; id: string; ts: Ts }
  | { type: 'seen'; id: string; ts: Ts }
  | { type: 'unreachable'; id: string }
  | { type: 'throttled'; id: string; afterMs: number }
  | { type: 'refused'; id: string; code: string }
  | { type: 'retry'; id: string }
  | { type: 'rewrite'; id: string; text: string }
  | { type: 'remove'; id: string }
  | { type: 'left'; channel: ChannelId };

export type QueueEffect =
  | { type: 'save'; send: Send }
  | { type: 'erase'; id: string }
  | { type: 'post'; send: Send }
  | { type: 'wake'; afterMs: number };

export interface Moment {
  now: number;
  random: number;
}

export interface Step {
  queue: Queue;
  effects: QueueEffect[];
}

export const emptyQueue: Queue = { sends: [], paused: {}, holding: false };
export const heldTooLong = 'held_too_long';
export const sessionEnded = 'session_ended';
const anew = { state: 'queued', attempt: 0, reason: undefined } as const;
const notSent = { state: 'failed', reason: 'not_in_channel', out: false } as const;

const retry = { baseMs: 500, maxMs: 30_000 };
const mostLanes = 4;
const staleMs = 60 * 60 * 1000;

export function step(queue: Queue, input: QueueInput, moment: Moment): Step {
  const change = changed(queue, input, moment);
  const posting = startPosts(change.queue, moment.now);
  const effects = [...change.effects, ...posting.effects];
  const wake = nextWake(posting.queue, moment.now);
  if (wake !== undefined) effects.push({ type: 'wake', afterMs: wake });
  return { queue: posting.queue, effects };
}

function changed(queue: Queue, input: QueueInput, { now, random }: Moment): Step {
  switch (input.type) {
    case 'made': {
      const send: Send = {
        ...input.send,
        // The order on disk, so no two alike.
        createdMs: Math.max(now, (queue.sends.at(-1)?.createdMs ?? 0) + 1),
        state: 'queued',
        attempt: 0,
        saved: false,
      };
      return { queue: { ...queue, sends: [...queue.sends, send] }, effects: [save(send)] };
    }
    case 'saved':
      return just(update(queue, input.id, { saved: true }));
    case 'found':
      return just({ ...queue, sends: withFound(queue.sends, input.sends, now) });
    case 'granted':
      return just({ ...queue, holding: true });
    case 'released':
      return just({ ...queue, holding: false });
    case 'tick':
      return just(queue);
    case 'nudge':
      return just({ ...queue, paused: {} });
    case 'accepted':
    case 'seen':
      return settle(queue, input.id);
    case 'unreachable': {
      const send = find(queue, input.id);
      if (send === undefined) return just(queue);
      if (send.out === true) return rewrite(queue, send.id, notSent);
      const waitMs = fullJitter(send.attempt, random, retry);
      const again = update(queue, send.id, { state: 'queued', attempt: send.attempt + 1 });
      return just(pause(again, send.channel, now + waitMs));
    }
    case 'throttled': {
      const send = find(queue, input.id);
      if (send === undefined) return just(queue);
      if (send.out === true) return rewrite(queue, send.id, notSent);
      const again = update(queue, send.id, { state: 'queued' });
      return just(pause(again, send.channel, now + input.afterMs));
    }
    case 'refused':
      return rewrite(queue, input.id, { state: 'failed', reason: input.code });
    case 'retry':
      return rewrite(queue, input.id, { ...anew, createdMs: now });
    case 'rewrite':
      return rewrite(queue, input.id, { ...anew, text: input.text });
    case 'remove': {
      const sends = queue.sends.filter((send) => send.id !== input.id || send.state === 'sending');
      if (sends.length === queue.sends.length) return just(queue);
      return { queue: { ...queue, sends }, effects: [{ type: 'erase', id: input.id }] };
    }
    case 'left': {
      const sends = queue.sends.map((send): Send => {
        if (send.channel !== input.channel) return send;
        if (send.state === 'sending') return { ...send, out: true };
        return send.state === 'queued' ? { ...send, ...notSent } : send;
      });
      const kept = sends.filter((send, at) => send.state !== queue.sends[at]?.state);
      return { queue: { ...queue, sends }, effects: kept.map(save) };
    }
    default:
      return never(input);
  }
}

/** The first unsettled send of each free lane leaves; a failed one does not hold up the lane. */
function startPosts(queue: Queue, now: number): Step {
  if (!queue.holding) return just(queue);
  const busy = new Set(inState(queue, 'sending').map(({ channel }) => channel));
  const seen = new Set(busy);
  const leaving = new Set<Send>();
  for (const send of queue.sends) {
    if (send.state !== 'queued' || seen.has(send.channel)) continue;
    seen.add(send.channel);
    const waits = (queue.paused[send.channel] ?? 0) > now;
    if (send.saved && !waits && busy.size + leaving.size < mostLanes) leaving.add(send);
  }
  if (leaving.size === 0) return just(queue);
  const sends = queue.sends.map((send) =>
    leaving.has(send) ? ({ ...send, state: 'sending' } as const) : send,
  );
  const posts = sends.filter((send) => [...leaving].some(({ id }) => id === send.id));
  return {
    queue: { ...queue, sends },
    effects: posts.map((send) => ({ type: 'post', send })),
  };
}

function nextWake(queue: Queue, now: number): number | undefined {
  if (!queue.holding) return undefined;
  const waits = inState(queue, 'queued')
    .map(({ channel }) => (queue.paused[channel] ?? 0) - now)
    .filter((ms) => ms > 0);
  return waits.length === 0 ? undefined : Math.min(...waits);
}

/** The server has it: the record goes, and the message itself is shown from now on. */
function settle(queue: Queue, id: string): Step {
  if (find(queue, id) === undefined) return just(queue);
  const sends = queue.sends.filter((send) => send.id !== id);
  return { queue: { ...queue, sends }, effects: [{ type: 'erase', id }] };
}

/** What another tab, or an earlier page, left on disk. Old ones wait for a person's word. */
function withFound(sends: readonly Send[], found: readonly Send[], now: number): Send[] {
  const known = new Set(sends.map(({ id }) => id));
  const added = found
    .filter(({ id }) => !known.has(id))
    .map((send): Send => {
      const base: Send = { ...send, saved: true };
      if (send.state === 'failed') return base;
      if (now - send.createdMs > staleMs) return { ...base, state: 'failed', reason: heldTooLong };
      return { ...base, state: 'queued', attempt: 0 };
    });
  return [...added, ...sends].sort((one, two) => one.createdMs - two.createdMs);
}

function rewrite(queue: Queue, id: string, fields: Partial<Send>): Step {
  const next = update(queue, id, fields);
  const send = find(next, id);
  return send === undefined ? just(queue) : { queue: next, effects: [save(send)] };
}

function update(queue: Queue, id: string, fields: Partial<Send>): Queue {
  const sends = queue.sends.map((send) => (send.id === id ? { ...send, ...fields } : send));
  return { ...queue, sends };
}

function pause(queue: Queue, channel: ChannelId, until: number): Queue {
  return { ...queue, paused: { ...queue.paused, [channel]: until } };
}

function find(queue: Queue, id: string): Send | undefined {
  return queue.sends.find((send) => send.id === id);
}

function inState(queue: Queue, state: SendState): Send[] {
  return queue.sends.filter((send) => send.state === state);
}

function save(send: Send): QueueEffect {
  return { type: 'save', send };
}

function just(queue: Queue): Step {
  return { queue, effects: [] };
}

function never(value: never): never {
  throw new Error(`unexpected ${JSON.stringify(value)}`);
}
