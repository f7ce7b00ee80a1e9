interface Line {
  start: () => void;
  stop: () => void;
  nudge: (woke: boolean) => void;
}

/** A page that nobody looks at gives its connection up, unless it is the one that sends for all tabs. */
export class Rest {
  private sends = false;
  private resting = false;

  constructor(private readonly line: Line) {}

  /** Nobody has looked for long. */
  begin(): void {
    if (this.sends) return;
    this.resting = true;
    this.line.stop();
  }

  /** Somebody may be looking again, or the network is back. */
  nudge(woke: boolean): void {
    if (this.resting && document.visibilityState === 'visible') this.end();
    else this.line.nudge(woke);
  }

  /** It is this page that sends now, or is not any more. */
  lock(held: boolean): void {
    this.sends = held;
    if (held && this.resting) this.end();
  }

  private end(): void {
    this.resting = false;
    this.line.start();
  }
}
