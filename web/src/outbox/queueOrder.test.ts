import fc from 'fast-check';
import { expect, test } from 'vitest';
import { made, ready } from '../testing/queueBench';
import type { QueueEffect } from './queue';

type Happening = 'make' | 'save' | 'answer' | 'lose' | 'lose_answer' | 'nudge' | 'reload';

test('every send reaches the server once and in order, whatever happens on the way', () => {
  const happening = fc.constantFrom<Happening>(
    'make',
    'save',
    'answer',
    'lose',
    'lose_answer',
    'nudge',
    'reload',
  );
  fc.assert(
    fc.property(fc.array(happening, { minLength: 10, maxLength: 80, size: 'max' }), (script) => {
      const world = new World();
      script.forEach((each) => world.happen(each));
      world.finish();

      const stored = [...new Set(world.received)];
      expect(stored).toEqual(world.durable);
      expect(world.bench.queue.sends).toEqual([]);
    }),
  );
});

/** A page, its disk and a server that stores the first of equal ids. */
class World {
  bench = ready();
  readonly received: string[] = [];
  readonly durable: string[] = [];
  private readonly disk = new Map<string, QueueEffect & { type: 'save' }>();
  private unsaved: string[] = [];
  private flying: string[] = [];
  private done = 0;
  private count = 0;

  happen(what: Happening): void {
    switch (what) {
      case 'make':
        this.count += 1;
        this.bench.now += 1;
        this.bench.give(made(`m${this.count}`));
        break;
      case 'save': {
        const id = this.unsaved.shift();
        if (id !== undefined) {
          this.durable.push(id);
          this.bench.give({ type: 'saved', id });
        }
        break;
      }
      case 'answer':
        this.arrive((id) => this.bench.give({ type: 'accepted', id, ts: '1' }));
        break;
      case 'lose_answer':
        this.arrive((id) => this.bench.give({ type: 'unreachable', id }));
        break;
      case 'lose': {
        const id = this.flying.shift();
        if (id !== undefined) this.bench.give({ type: 'unreachable', id });
        break;
      }
      case 'nudge':
        this.bench.give({ type: 'nudge' });
        break;
      case 'reload':
        this.reload();
        break;
    }
    this.collect();
  }

  finish(): void {
    for (let left = 400; left > 0 && this.bench.queue.sends.length > 0; left -= 1) {
      this.happen('save');
      this.happen('nudge');
      this.happen('answer');
    }
  }

  private arrive(answer: (id: string) => void): void {
    const id = this.flying.shift();
    if (id === undefined) return;
    this.received.push(id);
    answer(id);
  }

  private reload(): void {
    const sends = [...this.disk.values()]
      .map(({ send }) => send)
      .filter(({ id }) => this.durable.includes(id));
    const { now } = this.bench;
    this.bench = ready();
    this.bench.now = now;
    this.done = 0;
    this.flying = [];
    this.unsaved = [];
    this.bench.give({ type: 'found', sends });
  }

  private collect(): void {
    const fresh = this.bench.effects.slice(this.done);
    this.done = this.bench.effects.length;
    for (const effect of fresh) {
      if (effect.type === 'save' && !this.disk.has(effect.send.id)) {
        this.disk.set(effect.send.id, effect);
        this.unsaved.push(effect.send.id);
      }
      if (effect.type === 'erase') this.disk.delete(effect.id);
      if (effect.type === 'post') this.flying.push(effect.send.id);
    }
  }
}
