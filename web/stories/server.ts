import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const launcher = fileURLToPath(new URL('../../parley', import.meta.url));
const key = 'story-operator-key-0123456789abcdef';

/** A server that belongs to one story, which may kill it and start it again on the same data. */
export class OwnServer {
  readonly data = mkdtempSync(join(tmpdir(), 'parley-story-'));
  private child: ChildProcess | undefined;

  private constructor(
    readonly port: number,
    private readonly host: string,
    private readonly settings: Record<string, string>,
  ) {}

  static async start(
    host = '127.0.0.1',
    settings: Record<string, string> = {},
  ): Promise<OwnServer> {
    const server = new OwnServer(await freePort(), host, settings);
    await server.start();
    return server;
  }

  get address() {
    return { url: `http://127.0.0.1:${this.port}`, key };
  }

  async start(): Promise<void> {
    const args = ['serve', '--host', this.host, '--port', `${this.port}`, '--data', this.data];
    // The quick compiler alone: such a server is started for a story, and mostly again.
    const own = {
      PARLEY_OPERATOR_KEY: key,
      PARLEY_RATE_FACTOR: '10',
      JAVA_TOOL_OPTIONS: '-XX:TieredStopAtLevel=1',
    };
    const env = { ...process.env, ...own, ...this.settings };
    const child = spawn(launcher, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
    this.child = child;
    let output = '';
    await new Promise<void>((resolve, reject) => {
      const hear = (text: Buffer) => {
        output += text.toString();
        if (output.includes('is ready at')) resolve();
      };
      child.stdout.on('data', hear);
      child.stderr.on('data', hear);
      child.on('exit', () => reject(new Error(`The server did not start.\n${output}`)));
    });
  }

  /** Resolves when the process is gone. */
  async end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    const { child } = this;
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill(signal);
    await gone;
  }

  async close(): Promise<void> {
    await this.end('SIGTERM');
    rmSync(this.data, { recursive: true, force: true });
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}
