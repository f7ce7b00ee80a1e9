import type { Conversation, StreamEvent } from '../protocol/generated';
import { takeAnswer } from '../store/answers';
import { apply } from '../store/apply';
import { ownPosition, type WorkspaceState } from '../store/state';
import { acme, booted } from './builders';
import type { FakeChannel } from './fake/channel';
import { World } from './fake/world';

export type Action =
  | { do: 'post'; mine: boolean; names: boolean; everybody: boolean }
  | { do: 'edit'; pick: number; names: boolean; everybody: boolean }
  | { do: 'delete'; pick: number }
  | { do: 'mark'; pick: number; forward: boolean }
  | { do: 'mute'; muted: boolean }
  | { do: 'hear'; own: boolean; now: boolean }
  | { do: 'ask' }
  | { do: 'answer' };

/** A page that hears two streams in any mixture, and asks for fresh state now and then. */
export class Listener {
  readonly world = new World(() => 1_700_000_000_000);
  readonly me: string;
  readonly room: FakeChannel;
  state: WorkspaceState;
  private readonly other: string;
  private asked: { conversation: Conversation; asked: number } | undefined;

  constructor() {
    this.world.team = acme;
    this.me = this.world.addUser('me', 'Me', 'me@acme.test', '').id;
    this.other = this.world.addUser('bob', 'Bob', 'bob@acme.test', '').id;
    this.room = this.world.addChannel('channel', 'room', [this.me, this.other]);
    const empty = booted();
    const mine = { ...empty, self: this.me, positions: { [this.me]: this.world.head(this.me) } };
    const channels = [this.fresh()];
    const answer = { epoch: 1, positions: {}, channels, gone: [] };
    this.state = takeAnswer(mine, { type: 'fresh', answer, asked: 0 }, 0).state;
  }

  run(action: Action): void {
    const { world, room, me, other } = this;
    switch (action.do) {
      case 'post':
        world.post(room, action.mine ? me : other, textOf(action, me));
        break;
      case 'edit': {
        const message = room.messages[action.pick % Math.max(1, room.messages.length)];
        if (message !== undefined) world.edit(room, message.ts, textOf(action, me), message.user);
        break;
      }
      case 'delete': {
        const message = room.messages[action.pick % Math.max(1, room.messages.length)];
        if (message !== undefined) world.remove(room, message.ts, other);
        break;
      }
      case 'mark': {
        const ts = [...room.numbers.keys()][action.pick % Math.max(1, room.numbers.size)];
        if (ts !== undefined) world.mark(room, me, ts, action.forward);
        break;
      }
      case 'mute':
        world.mute(room, me, action.muted);
        break;
      case 'hear':
        this.hear(action.own ? me : room.id, action.now);
        break;
      case 'ask':
        this.asked = { conversation: this.fresh(), asked: ownPosition(this.state) };
        break;
      case 'answer':
        this.take();
        break;
    }
  }

  hearAll(): void {
    for (const stream of [this.me, this.room.id]) while (this.hear(stream, false));
  }

  /** What is read from rows later says where the marker stands now, not where it stood. */
  private hear(stream: string, now: boolean): boolean {
    const offset = (this.state.positions[stream] ?? 0) + 1;
    const logged = this.world.logs.get(stream)?.[offset - 1];
    if (logged === undefined) return false;
    const present = this.room.marker(this.me, this.world.head(this.room.id));
    const event =
      'mention_count' in logged.event && now ? { ...logged.event, ...present } : logged.event;
    this.receive(stream, offset, event);
    return true;
  }

  private receive(stream: string, offset: number, event: StreamEvent): void {
    const frame = { type: 'event', stream, offset, prev: offset - 1, event } as const;
    this.state = apply(this.state, frame, 0).state;
  }

  private fresh(): Conversation {
    return this.world.conversation(this.room, this.me);
  }

  private take(): void {
    if (this.asked === undefined) return;
    const { conversation, asked } = this.asked;
    const answer = { epoch: 1, positions: {}, channels: [conversation], gone: [] };
    this.state = takeAnswer(this.state, { type: 'fresh', answer, asked }, 0).state;
    this.asked = undefined;
  }

  /** Counts the messages one by one. */
  recount() {
    const { room, me } = this;
    const { number, ts } = room.marker(me, 0);
    const after = room.messages.filter((each) => each.ts > ts);
    const named = after.filter(({ user, text }) => user !== me && text.includes(`<@${me}>`));
    const loud = after.filter(({ user, text }) => user !== me && text.includes('<!here>'));
    return {
      messages: room.messages.filter((each) => (each.number ?? 0) > number).length,
      mentions: named.length + (room.muted.has(me) ? 0 : loud.length),
    };
  }
}

function textOf({ names, everybody }: { names: boolean; everybody: boolean }, me: string): string {
  return `x ${names ? `<@${me}>` : ''} ${everybody ? '<!here>' : ''}`;
}
