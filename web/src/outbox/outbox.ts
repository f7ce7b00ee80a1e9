import { createStore, type StoreApi } from 'zustand/vanilla';
import type { ChannelId, Message, PostedAnswer } from '../protocol/generated';
import { endOf, type Call } from '../protocol/api';
import {
  emptyQueue,
  sessionEnded,
  step,
  type Outgoing,
  type Queue,
  type QueueEffect,
  type QueueInput,
  type Send,
} from './queue';

/** Where sends survive a reload. Ordered by the moment they were made. */
export interface OutboxDisk {
  save: (send: Send) => Promise<void>;
  erase: (id: string) => Promise<void>;
  all: () => Promise<Send[]>;
}

export interface OutboxParts {
  call: Call;
  disk: OutboxDisk;
  now: () => number;
  random: () => number;
  newId: () => string;
  /** Has the message shown when it returns: after that the send is not. */
  onPosted: (channel: ChannelId, message: Message) => void;
  onRefused: (code: string) => void;
  /** Tells the other tabs that the disk changed. */
  tell: () => void;
}

/** Drives the queue: disk, network and the timer. The queue itself decides. */
export class Outbox {
  readonly store: StoreApi<Queue> = createStore<Queue>(() => emptyQueue);
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly parts: OutboxParts) {}

  /** Shown at once; leaves when it is on disk and its turn has come. Answers by what it is known. */
  send(what: Outgoing): string {
    const id = this.parts.newId();
    this.input({ type: 'made', send: { id, ...what } });
    return id;
  }

  input(input: QueueInput): void {
    const { now, random } = this.parts;
    const { queue, effects } = step(this.store.getState(), input, {
      now: now(),
      random: random(),
    });
    this.store.setState(queue, true);
    for (const effect of effects) this.run(effect);
  }

  /** Takes in what another tab or an earlier page left, and drops what another tab settled. */
  async readDisk(): Promise<void> {
    const sends = await this.parts.disk.all().catch(() => undefined);
    if (sends === undefined) return;
    const onDisk = new Set(sends.map(({ id }) => id));
    const queue = this.store.getState();
    for (const { id, saved, state } of queue.sends) {
      if (saved && state !== 'sending' && !onDisk.has(id)) this.input({ type: 'remove', id });
    }
    this.input({ type: 'found', sends });
  }

  stop(): void {
    clearTimeout(this.timer);
    this.input({ type: 'released' });
  }

  private run(effect: QueueEffect): void {
    switch (effect.type) {
      case 'save':
        void this.save(effect.send);
        break;
      case 'erase':
        void this.parts.disk
          .erase(effect.id)
          .catch(() => undefined)
          .then(this.parts.tell);
        break;
      case 'post':
        void this.post(effect.send);
        break;
      case 'wake':
        clearTimeout(this.timer);
        this.timer = setTimeout(() => this.input({ type: 'tick' }), effect.afterMs + 1);
        break;
    }
  }

  /** A broken disk must not stop people from talking: then the page's memory has to do. */
  private async save(send: Send): Promise<void> {
    await this.parts.disk.save(send).catch(() => undefined);
    this.input({ type: 'saved', id: send.id });
    this.parts.tell();
  }

  private async post({ id, channel, text, blocks, thread, broadcast }: Send): Promise<void> {
    const reply = { thread_ts: thread, reply_broadcast: broadcast };
    const of = thread === undefined ? {} : reply;
    const args = { channel, text, blocks, client_msg_id: id, ...of };
    const outcome = await this.parts.call<PostedAnswer>('chat.postMessage', args);
    switch (outcome.kind) {
      case 'ok': {
        const { message } = outcome.answer;
        this.parts.onPosted(channel, message);
        this.input({ type: 'accepted', id, ts: message.ts });
        return;
      }
      case 'refused':
        this.parts.onRefused(outcome.code);
        {
          const code = endOf(outcome.code) === undefined ? outcome.code : sessionEnded;
          this.input({ type: 'refused', id, code });
          return;
        }
      case 'throttled': {
        this.input({ type: 'throttled', id, afterMs: outcome.afterMs });
        return;
      }
      case 'unreachable': {
        this.input({ type: 'unreachable', id });
        return;
      }
    }
  }
}
