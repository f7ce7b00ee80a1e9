/** Nobody waits longer than that for what a key is to do. */
export const patienceMs = 3000;

/** Keys that were pressed and wait, in order, for somebody who knows what they do. */
export class WaitingKeys {
  private keys: string[] = [];
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** Nobody came for them in time: they are no longer here. */
  constructor(private readonly onLate: (keys: readonly string[]) => void) {}

  get size(): number {
    return this.keys.length;
  }

  put(...keys: readonly string[]): void {
    if (keys.length === 0) return;
    this.keys.push(...keys);
    this.timer ??= setTimeout(() => this.onLate(this.take()), patienceMs);
  }

  /** They are somebody else's now, or nobody's. */
  take(): readonly string[] {
    const { keys } = this;
    clearTimeout(this.timer);
    this.timer = undefined;
    this.keys = [];
    return keys;
  }
}
