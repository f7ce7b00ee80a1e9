import { createStore } from 'zustand/vanilla';
import { Actions } from '../app/workspace/actions';
import { Repairs } from '../app/workspace/repairs';
import type { Call, Outcome } from '../protocol/api';
import type { BootAnswer, ClientFrame, HistoryAnswer, ServerFrame } from '../protocol/generated';
import { Socket } from '../protocol/socket';
import { Inbox } from '../store/inbox';
import { shownMessages } from '../store/ops';
import { liveSegment } from '../store/segments';
import type { WorkspaceState } from '../store/state';
import { acme, booted } from './builders';
import { FakeCalls } from './fake/calls';
import type { FakeChannel } from './fake/channel';
import { FakeSockets, type FakeConnection } from './fake/sockets';
import { World } from './fake/world';

interface Request {
  method: string;
  args: Record<string, unknown>;
  answered: Outcome<unknown> | undefined;
  resolve: (outcome: Outcome<unknown>) => void;
}

/** A page and a server with a bad line between: a script says when what gets through, and what is lost. */
export class TornPage {
  readonly world = new World(() => 1_700_000_000_000);
  readonly me: string;
  readonly other: string;
  readonly rooms: FakeChannel[];
  readonly actions: Actions;
  private readonly store = createStore<WorkspaceState>(() => booted());
  private readonly sockets = new FakeSockets(this.world);
  private readonly calls = new FakeCalls(this.world, this.sockets);
  private readonly socket: Socket;
  private readonly inbox: Inbox;
  private requests: Request[] = [];
  private line: { connection: FakeConnection; close: () => void } | undefined;
  private down: (() => void)[] = [];

  constructor() {
    const { world, store } = this;
    world.team = acme;
    this.me = world.addUser('me', 'Me', 'me@acme.test', '').id;
    this.other = world.addUser('bob', 'Bob', 'bob@acme.test', '').id;
    this.rooms = ['one', 'two', 'three'].map((name, at) =>
      world.addChannel('channel', name, at === 0 ? [this.me, this.other] : [this.other]),
    );
    const state = () => store.getState();
    const schedule = (work: () => void) => work();
    this.inbox = new Inbox({
      store,
      schedule,
      now: world.now,
      onSignals: (signals) => repairs.onSignals(signals),
    });
    const call: Call = <T>(method: string, args = {}) =>
      new Promise<Outcome<T>>((resolve) => {
        const give = (outcome: Outcome<unknown>) => resolve(outcome as Outcome<T>);
        this.requests.push({ method, args, answered: undefined, resolve: give });
      });
    const onRefused = () => undefined;
    const common = { call, inbox: this.inbox, state, onRefused };
    const random = () => 0;
    const resend = (streams: Readonly<Record<string, number>>) => this.socket.repair(streams);
    const repairs = new Repairs({ ...common, random, resend });
    this.actions = new Actions(common);
    this.socket = new Socket({
      call,
      open: (url) => this.open(url),
      random,
      held: () => ({ epoch: state().epoch, positions: state().positions }),
      onFrame: (frame) => this.inbox.frame(frame),
      onLink: (link) => {
        if (link.phase === 'live') repairs.reset();
      },
    });
    this.inbox.answerNow({ type: 'boot', answer: this.ask('client.boot') as BootAnswer });
    this.load(this.rooms[0]!);
    this.socket.start();
  }

  get state(): WorkspaceState {
    return this.store.getState();
  }

  /** The newest messages of a conversation, read and answered in one moment. */
  load(room: FakeChannel): void {
    const read = this.ask('client.history', { channel: room.id });
    if (!('messages' in read)) return;
    const answer = read as HistoryAnswer;
    this.inbox.answerNow({ type: 'page', channel: room.id, answer });
  }

  /** The next frames reach the page. */
  hear(count: number): void {
    for (const deliver of this.down.splice(0, count)) deliver();
  }

  /** The server takes up the oldest call that waits. */
  serve(): void {
    const request = this.requests.find(({ answered }) => answered === undefined);
    if (request === undefined) return;
    const body = this.ask(request.method, request.args) as Record<string, unknown>;
    request.answered =
      body.ok === true
        ? { kind: 'ok', answer: body }
        : { kind: 'refused', code: String(body.error), body };
  }

  /** One of the calls that were served is answered. */
  async answer(pick: number): Promise<void> {
    const served = this.requests.filter(({ answered }) => answered !== undefined);
    const request = served[pick % Math.max(1, served.length)];
    if (request?.answered === undefined) return;
    this.requests = this.requests.filter((each) => each !== request);
    request.resolve(request.answered);
    await settled();
  }

  /** The line breaks; what was under way is lost. */
  cut(): void {
    this.down = [];
    this.line?.close();
  }

  /** The page tries to connect again. */
  nudge(): void {
    this.socket.nudge(false);
  }

  /** The line holds until nothing is under way any more. */
  async calm(): Promise<void> {
    for (let quiet = 0; quiet < 3;) {
      this.nudge();
      const busy = this.requests.length + this.down.length > 0;
      this.serve();
      await this.answer(0);
      this.hear(Infinity);
      quiet = busy ? 0 : quiet + 1;
    }
  }

  stop(): void {
    this.socket.stop();
  }

  /** What stands in a conversation, with what is shown early. */
  shown(room: FakeChannel): string[] | undefined {
    const history = this.state.histories[room.id];
    const live = history?.stale === true ? undefined : liveSegment(history?.segments ?? []);
    if (live === undefined) return undefined;
    return shownMessages(live.messages, this.state.ops, room.id).map(({ text }) => text);
  }

  private ask(method: string, args: Record<string, unknown> = {}): object {
    const answered = this.calls.handle(method, args, { user: this.me, session: 'S' });
    return answered === 'drop' ? {} : structuredClone(answered.body);
  }

  private open(url: string): WebSocket {
    const socket = {
      readyState: 1,
      onmessage: null as ((event: { data: string }) => void) | null,
      onclose: null as ((event: { code: number }) => void) | null,
      send: (text: string) => connection?.receive(JSON.parse(text) as ClientFrame),
      close: () => {
        if (connection !== undefined) this.sockets.closed(connection);
      },
    };
    const send = (frame: ServerFrame) => {
      const data = JSON.stringify(frame);
      this.down.push(() => socket.onmessage?.({ data }));
    };
    const ticket = new URL(url).searchParams.get('ticket') ?? '';
    const connection = this.sockets.connect(ticket, { send, close: () => undefined });
    if (connection !== undefined) {
      const close = () => {
        socket.close();
        socket.onclose?.({ code: 1006 });
      };
      this.line = { connection, close };
    }
    return socket as unknown as WebSocket;
  }
}

/** What promises have to do now is done. */
function settled(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}
