import { flushSync } from 'react-dom';
import type { Trigger } from '../../../models/triggers';
import { WaitingKeys } from '../waitingKeys';

interface HeldParts {
  /** What the completion says to a key; nothing while it is on its way. */
  press: (key: string) => boolean | 'waits' | undefined;
  /** Does what a key does, once more. */
  again: (key: string) => void;
}

const takes = new Set(['Enter', 'Tab']);

/**
 * Keys that complete what stands before the caret wait while it is not known what fits: half a
 * mention is not sent because the answer was late. What is typed on lets them go.
 */
export class HeldKeys {
  /** What is to be completed, as the field has it, and as the completion was told. */
  private asked: Trigger | undefined;
  private told: Trigger | undefined;
  private readonly waiting = new WaitingKeys((keys) => this.release(keys, false));
  private isPatient = true;

  constructor(private readonly parts: HeldParts) {}

  /** The field is about to complete something else. */
  ask(trigger: Trigger | undefined): void {
    this.asked = trigger;
    this.drop();
  }

  /** The completion was drawn with this. */
  tell(trigger: Trigger | undefined): void {
    this.told = trigger;
  }

  /** Whether the key is not for the field. */
  press(key: string): boolean {
    if (this.asked === undefined) return false;
    const isTaking = takes.has(key);
    if (this.told === this.asked || !isTaking) {
      const answer = this.parts.press(key);
      if (typeof answer === 'boolean') return answer;
    }
    if (key === 'Escape') this.drop();
    if (!isTaking || !this.isPatient) return false;
    this.waiting.put(key);
    return true;
  }

  /** As if the keys were pressed now. */
  give(keys: readonly string[]): void {
    this.waiting.put(...keys);
    this.known();
  }

  /** What fits is known: the keys do what they do. */
  known(): void {
    if (this.waiting.size > 0) queueMicrotask(() => this.release(this.waiting.take(), true));
  }

  drop(): void {
    this.waiting.take();
  }

  private release(keys: readonly string[], isPatient: boolean): void {
    this.isPatient = isPatient;
    // Each is for what the one before it has left.
    for (const key of keys) flushSync(() => this.parts.again(key));
    this.isPatient = true;
  }
}
