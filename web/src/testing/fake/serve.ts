import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { WebSocketServer } from 'ws';
import type { ClientFrame } from '../../protocol/generated';
import type { Args } from './answers';
import { FakeCalls } from './calls';
import { FakeSockets } from './sockets';
import type { World } from './world';

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** The policy that the real server sends with the page. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
].join('; ');

/** The fake server as a program: serves the built page, the calls and the socket. */
export function serve(directory: string, port: number, world: World) {
  const sockets = new FakeSockets(world);
  const calls = new FakeCalls(world, sockets);
  const sessions = new Map<string, string>();

  const page = (path: string, response: ServerResponse): void => {
    const file = normalize(join(directory, path));
    const known = file.startsWith(directory) && existsSync(file) && statSync(file).isFile();
    const served = known ? file : join(directory, 'index.html');
    response.setHeader('Content-Type', types[extname(served)] ?? 'application/octet-stream');
    response.setHeader('Content-Security-Policy', policy);
    createReadStream(served).pipe(response);
  };

  const call = async (method: string, request: IncomingMessage, response: ServerResponse) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const raw = Buffer.concat(chunks).toString();
    const args = (raw === '' ? {} : JSON.parse(raw)) as Args;
    const cookie = /session=(\w+)/.exec(request.headers.cookie ?? '')?.[1] ?? '';
    const named = request.headers['x-parley-team'] !== undefined || method === 'client.state';
    const user = named ? sessions.get(cookie) : undefined;
    const answered = calls.handle(method, args, { user, session: cookie });
    if (answered === 'drop') return response.destroy();
    if (answered.signIn !== undefined) {
      const session = world.id('S');
      sessions.set(session, answered.signIn);
      response.setHeader('Set-Cookie', `session=${session}; HttpOnly; SameSite=Lax; Path=/`);
    }
    if (answered.signOut === true) sessions.delete(cookie);
    if (answered.retryAfter !== undefined) response.setHeader('Retry-After', answered.retryAfter);
    response.writeHead(answered.status ?? 200, { 'Content-Type': 'application/json' });
    response.end(JSON.stringify(answered.body));
    return undefined;
  };

  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://fake').pathname;
    if (path.startsWith('/api/')) void call(path.slice(5), request, response);
    else page(path, response);
  });
  const upgrades = new WebSocketServer({ server, path: '/ws' });
  upgrades.on('connection', (socket, request) => {
    const ticket = new URL(request.url ?? '/', 'http://fake').searchParams.get('ticket') ?? '';
    const connection = sockets.connect(ticket, {
      send: (frame) => socket.send(JSON.stringify(frame)),
      close: (code) => socket.close(code),
    });
    if (connection === undefined) return;
    socket.on('message', (data: Buffer) =>
      connection.receive(JSON.parse(data.toString()) as ClientFrame),
    );
    socket.on('close', () => sockets.closed(connection));
  });
  server.listen(port, '127.0.0.1');
  return { calls, sockets, stop: () => server.close() };
}
