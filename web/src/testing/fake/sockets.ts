import type { ClientFrame, Positions, ServerFrame } from '../../protocol/generated';
import type { Logged, World } from './world';

export interface FakePeer {
  send: (frame: ServerFrame) => void;
  close: (code: number) => void;
}

/** The server's end of every socket: resume, filtering by membership, typing. */
export class FakeSockets {
  private readonly tickets = new Map<string, string>();
  private readonly open = new Set<FakeConnection>();

  constructor(private readonly world: World) {}

  ticket(user: string): string {
    const ticket = this.world.id('K');
    this.tickets.set(ticket, user);
    return ticket;
  }

  connect(ticket: string, peer: FakePeer): FakeConnection | undefined {
    const user = this.tickets.get(ticket);
    this.tickets.delete(ticket);
    if (user === undefined) {
      peer.close(4100);
      return undefined;
    }
    const connection = new FakeConnection(this.world, user, peer, (channel) => {
      for (const other of this.open) if (other !== connection) other.typing(channel, user);
    });
    this.open.add(connection);
    return connection;
  }

  closed(connection: FakeConnection): void {
    connection.stop();
    this.open.delete(connection);
  }

  endAll(user: string | undefined, code: number): void {
    for (const connection of [...this.open]) {
      if (user !== undefined && connection.user !== user) continue;
      connection.close(code);
      this.closed(connection);
    }
  }
}

export class FakeConnection {
  private readonly sent = new Map<string, number>();
  private readonly stopListening: () => void;
  private resumed = false;

  constructor(
    private readonly world: World,
    readonly user: string,
    private readonly peer: FakePeer,
    private readonly onTyping: (channel: string) => void,
  ) {
    this.stopListening = world.listen((stream, logged) => this.pass(stream, logged));
    peer.send({
      type: 'hello',
      protocol: 1,
      team: world.team?.id ?? '',
      user,
      session: 'fake',
      time: `${Math.floor(world.now() / 1000)}.000000`,
      build: 'fake',
      epoch: world.epoch,
      ping_interval: 20,
    });
  }

  receive(frame: ClientFrame): void {
    switch (frame.type) {
      case 'resume':
        this.resume(frame.id, frame.streams);
        break;
      case 'ping':
        this.peer.send({ type: 'pong', reply_to: frame.id });
        break;
      case 'typing':
        this.onTyping(frame.channel);
        break;
      case 'focus':
        break;
      case 'presence':
        this.peer.send({ type: 'presence', active: frame.users, away: [] });
        break;
    }
  }

  typing(channel: string, user: string): void {
    if (this.sent.has(channel)) this.peer.send({ type: 'typing', channel, user });
  }

  close(code: number): void {
    this.peer.close(code);
  }

  stop(): void {
    this.stopListening();
  }

  private resume(id: number, given: Positions): void {
    const { world } = this;
    const joined = [...world.channels.values()].filter(({ members }) => members.has(this.user));
    const all = [this.user, world.team?.id ?? '', ...joined.map((channel) => channel.id)];
    for (const stream of Object.keys(given)) {
      if (!all.includes(stream)) this.peer.send({ type: 'gone', stream });
    }
    const first = !this.resumed;
    this.resumed = true;
    const wanted = first ? all : all.filter((stream) => stream in given);
    for (const stream of wanted) {
      const from = given[stream] ?? world.head(stream);
      this.sent.set(stream, from);
      for (const logged of world.logs.get(stream) ?? []) {
        if (logged.offset > from) this.deliver(stream, logged);
      }
    }
    const received = [...this.sent.keys()];
    const streams = Object.fromEntries(received.map((stream) => [stream, world.head(stream)]));
    this.peer.send({ type: 'resumed', reply_to: id, streams, token: 'fake' });
  }

  private pass(stream: string, logged: Logged): void {
    if (!this.resumed) return;
    if (stream === this.user && logged.event.type === 'channel_joined') {
      const { id, position } = logged.event.channel;
      this.sent.set(id, position);
    }
    if (this.sent.has(stream)) this.deliver(stream, logged);
    if (stream === this.user && logged.event.type === 'channel_left') {
      this.sent.delete(logged.event.channel);
    }
  }

  private deliver(stream: string, { offset, event }: Logged): void {
    const prev = this.sent.get(stream) ?? 0;
    this.sent.set(stream, offset);
    this.peer.send({ type: 'event', stream, offset, prev, event });
  }
}
