import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** A line to a server that can be cut, held and slowed: whatever runs over it has no say. */
export class Line {
  private readonly sockets = new Set<Socket>();
  private isCut = false;
  private heldBytes: (() => void)[] | undefined;
  private delayMs = 0;

  private constructor(
    private readonly listener: Server,
    private readonly target: URL,
  ) {}

  static async to(url: string): Promise<Line> {
    const listener = createServer();
    const line = new Line(listener, new URL(url));
    listener.on('connection', (socket) => line.carry(socket));
    await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
    return line;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.listener.address() as AddressInfo).port}`;
  }

  /** Ends every connection in the middle of what it carries, and refuses new ones. */
  cut(): void {
    this.isCut = true;
    for (const socket of this.sockets) socket.resetAndDestroy();
  }

  /** Nothing gets through any more, and nobody is told. */
  hold(): void {
    this.heldBytes ??= [];
  }

  /** Every piece takes so long, each way. */
  slow(delayMs: number): void {
    this.delayMs = delayMs;
  }

  /** As good as new; what was held comes through. */
  mend(): void {
    this.isCut = false;
    this.delayMs = 0;
    const held = this.heldBytes ?? [];
    this.heldBytes = undefined;
    for (const pass of held) pass();
  }

  close(): void {
    this.cut();
    this.listener.close();
  }

  private carry(near: Socket): void {
    if (this.isCut) {
      near.resetAndDestroy();
      return;
    }
    const far = connect(Number(this.target.port), this.target.hostname);
    this.join(near, far);
    this.join(far, near);
  }

  private join(from: Socket, to: Socket): void {
    this.sockets.add(from);
    let last = Promise.resolve();
    const after = (pass: () => void) => {
      const delayed = this.delayMs;
      last = last.then(() => later(delayed)).then(() => this.passed(pass));
    };
    from.on('data', (bytes) => after(() => to.write(bytes)));
    from.on('end', () => after(() => to.end()));
    from.on('error', () => to.destroy());
    from.on('close', () => {
      this.sockets.delete(from);
      if (from.errored !== null) to.destroy();
    });
  }

  private passed(pass: () => void): Promise<void> {
    const held = this.heldBytes;
    if (held === undefined) {
      pass();
      return Promise.resolve();
    }
    return new Promise((resolve) => {
      held.push(() => {
        pass();
        resolve();
      });
    });
  }
}

const later = (ms: number) =>
  ms === 0 ? Promise.resolve() : new Promise<void>((resolve) => setTimeout(resolve, ms));
