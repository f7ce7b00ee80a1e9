import type { Conversation, Marker, Message } from '../../protocol/generated';

interface Read {
  ts: string;
  number: number;
  version: number;
}

/** Stands for everybody among those whom a message names. */
export const everybody = '*';

/** A conversation as a server holds it, and what each member has read of it. */
export class FakeChannel {
  topic = '';
  archived = false;
  messages: Message[] = [];
  number = 0;
  /** By message, also of those that were deleted. */
  readonly numbers = new Map<string, number>();
  readonly deleted: number[] = [];
  readonly general: boolean;
  readonly members: Set<string>;
  /** By message. */
  readonly authors = new Map<string, string>();
  /** By message: the people it names, and `*`. */
  readonly mentions = new Map<string, Set<string>>();
  /** Who does not want to be drawn to what is new here. */
  readonly muted = new Set<string>();
  private readonly reads = new Map<string, Read>();
  private lastMicros = 0;

  constructor(
    readonly id: string,
    readonly kind: 'channel' | 'private' | 'im' | 'mpim',
    readonly name: string | undefined,
    readonly created: number,
    members: readonly string[],
  ) {
    this.members = new Set(members);
    this.general = name === 'general';
  }

  get creator(): string {
    return [...this.members][0] ?? '';
  }

  nextTs(nowMs: number): string {
    this.lastMicros = Math.max(this.lastMicros + 1, nowMs * 1000);
    const seconds = Math.floor(this.lastMicros / 1e6);
    return `${seconds}.${String(this.lastMicros % 1e6).padStart(6, '0')}`;
  }

  enter(user: string): void {
    this.members.add(user);
    const ts = this.messages.at(-1)?.ts ?? '0.000000';
    this.reads.set(user, { ts, number: this.number, version: 0 });
  }

  /** Tells whether the marker moved: not forward from where it was put back to since `asOf`. */
  read(user: string, ts: string, forwardOnly = true, asOf = Infinity): boolean {
    const before = this.readOf(user);
    if (ts === before.ts || (forwardOnly && ts < before.ts)) return false;
    if (ts > before.ts && asOf < before.version) return false;
    const seen = [...this.numbers].filter(([each]) => each <= ts).map(([, number]) => number);
    const version = before.version + (ts < before.ts ? 1 : 0);
    this.reads.set(user, { ts, number: Math.max(0, ...seen), version });
    return true;
  }

  /** The people whom a text names, members only, and `*` when it addresses everybody. */
  namedIn(text: string, author: string): Set<string> {
    const people = [...text.matchAll(/<@(U\w+)>/g)].map(([, user = '']) => user);
    const named = people.filter((user) => user !== author && this.members.has(user));
    return new Set(/<!(channel|here|everyone)>/.test(text) ? [...named, everybody] : named);
  }

  unread(user: string): number {
    const { number, deleted_after } = this.marker(user, 0);
    return this.number - number - deleted_after;
  }

  marker(user: string, position: number): Marker {
    const { ts, number, version } = this.readOf(user);
    const after = [...this.mentions].filter(([named]) => named > ts);
    const mine = after.flatMap(([named, people]) =>
      [...people].filter(
        (p) => p === user || (p === everybody && this.authors.get(named) !== user),
      ),
    );
    return {
      channel: this.id,
      ts,
      number,
      version,
      position,
      deleted_after: this.deleted.filter((each) => each > number).length,
      mention_count: mine.length,
      everybody_count: mine.filter((each) => each === everybody).length,
    };
  }

  conversation(user: string, position: number): Conversation {
    const marker = this.marker(user, position);
    const others = [...this.members].filter((each) => each !== user);
    const last = this.messages.at(-1)?.ts;
    return {
      id: this.id,
      ...(this.name === undefined ? {} : { name: this.name }),
      is_private: this.kind !== 'channel',
      is_im: this.kind === 'im',
      is_mpim: this.kind === 'mpim',
      ...(this.kind === 'im' ? { user: others[0] ?? user } : {}),
      ...(this.kind === 'mpim' ? { users: others } : {}),
      ...(this.topic === '' ? {} : { topic: this.topic }),
      creator: this.creator,
      created: this.created,
      is_archived: this.archived,
      ...(this.general ? { is_general: true as const } : {}),
      ...(this.muted.has(user) ? { muted: true as const } : {}),
      member_count: this.members.size,
      position,
      message_number: this.number,
      ...(last === undefined ? {} : { last_ts: last }),
      read_ts: marker.ts,
      read_number: marker.number,
      read_version: marker.version,
      deleted_after: marker.deleted_after,
      mention_count: marker.mention_count,
      everybody_count: marker.everybody_count,
    };
  }

  private readOf(user: string): Read {
    return this.reads.get(user) ?? { ts: '0.000000', number: 0, version: 0 };
  }
}
