import { emptyQueue, step, type Queue, type QueueEffect, type QueueInput } from '../outbox/queue';

/** A queue of sends by itself: what goes in, and what it wants done. */
export class Bench {
  queue: Queue = emptyQueue;
  now = 1_000_000;
  effects: QueueEffect[] = [];

  give(...inputs: QueueInput[]): this {
    for (const input of inputs) {
      const { queue, effects } = step(this.queue, input, { now: this.now, random: 0.5 });
      this.queue = queue;
      this.effects.push(...effects);
    }
    return this;
  }

  get posted(): string[] {
    return this.effects.flatMap((effect) => (effect.type === 'post' ? [effect.send.id] : []));
  }
}

export function made(id: string, channel = 'C1'): QueueInput {
  return { type: 'made', send: { id, channel, text: id } };
}

export function ready(): Bench {
  return new Bench().give({ type: 'granted' });
}
