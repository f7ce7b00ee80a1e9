import type { LeaseBus, LeaseWord, LockParts } from './lock';

const leaseMs = 5000;
const renewMs = 2000;
const silenceMs = 150;

/**
 * A page that is reloaded or killed cannot give its lease back, so whoever waits asks the holder;
 * one that is silent has no tab any more. One that was only slow hears that its lease was taken.
 */
export class LeaseKeeper {
  private readonly bus: LeaseBus;
  private holding = false;
  private timer: ReturnType<typeof setInterval> | undefined;
  private silence: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly parts: LockParts,
    private readonly onHeld: (held: boolean) => void,
  ) {
    this.bus = parts.bus();
  }

  start(): void {
    this.bus.listen((word) => this.hear(word));
    this.timer = setInterval(() => this.tick(), renewMs);
    this.tick();
  }

  stop(): void {
    const { holder, lease } = this.parts;
    clearInterval(this.timer);
    this.timer = undefined;
    clearTimeout(this.silence);
    this.bus.close();
    this.set(false);
    void lease
      .swap((found) => (found?.holder === holder ? undefined : found))
      .catch(() => undefined);
  }

  private hear({ say, holder }: LeaseWord): void {
    const { holder: self } = this.parts;
    if (say === 'ask' && holder === self && this.holding) this.bus.post({ say: 'here', holder });
    if (say === 'here') clearTimeout(this.silence);
    if (say === 'taken' && holder !== self) this.set(false);
  }

  private tick(silent?: string): void {
    // Without a disk there is nobody to share with.
    void this.take(silent).catch(() => this.set(true));
  }

  /** Takes the lease if it is free, one's own, or that of somebody who does not answer. */
  private async take(silent: string | undefined): Promise<void> {
    const { lease, holder, now } = this.parts;
    const found = await lease.swap((old) => {
      const gone = old === undefined || old.holder === silent || old.until < now();
      return gone || old.holder === holder ? { holder, until: now() + leaseMs } : old;
    });
    if (this.timer === undefined || found === undefined) return;
    const mine = found.holder === holder;
    if (mine && !this.holding) this.bus.post({ say: 'taken', holder });
    this.set(mine);
    if (!mine) this.ask(found.holder);
  }

  private ask(holder: string): void {
    clearTimeout(this.silence);
    this.silence = setTimeout(() => this.tick(holder), silenceMs);
    this.bus.post({ say: 'ask', holder });
  }

  private set(next: boolean): void {
    if (next === this.holding) return;
    this.holding = next;
    this.onHeld(next);
  }
}
