import type { FakeChannel } from './channel';
import type { World } from './world';
import type { FakeSockets } from './sockets';

export interface Caller {
  /** The person behind the cookie of the workspace that the call names. */
  user: string | undefined;
  session: string;
}

export type Args = Record<string, unknown>;
export type Body = Record<string, unknown> & { ok: boolean };

export interface Answered {
  body: Body;
  status?: number;
  retryAfter?: number;
  /** Signs the browser in as, or out. */
  signIn?: string;
  signOut?: boolean;
}

export interface Faults {
  /** Codes or statuses that the next calls of a method meet. */
  next: Map<string, (Answered | 'drop')[]>;
}

const ok: Answered = { body: { ok: true } };

export class FakeCalls {
  readonly faults: Faults = { next: new Map() };
  readonly seen: { method: string; args: Args }[] = [];

  constructor(
    private readonly world: World,
    private readonly sockets: FakeSockets,
  ) {}

  handle(method: string, args: Args, caller: Caller): Answered | 'drop' {
    this.seen.push({ method, args });
    const fault = this.faults.next.get(method)?.shift();
    if (fault !== undefined) return fault;
    const open = this.withoutSession(method, args, caller);
    if (open !== undefined) return open;
    if (caller.user === undefined) return refuse('not_authed');
    return this.withSession(method, args, caller.user, caller.session);
  }

  private withoutSession(method: string, args: Args, caller: Caller): Answered | undefined {
    const { world } = this;
    switch (method) {
      case 'client.state': {
        const signedIn = world.team !== undefined && caller.user !== undefined;
        const teams = signedIn ? [{ ...world.team, user: caller.user }] : [];
        return answer({ setup_required: world.team === undefined, teams });
      }
      case 'client.setUp': {
        if (world.team !== undefined) return refuse('already_set_up');
        world.team = { id: world.id('T'), name: text(args.company), domain: text(args.slug) };
        const name = text(args.name).toLowerCase().split(/\s+/)[0] ?? 'owner';
        const user = world.addUser(name, text(args.name), text(args.email), text(args.password));
        world.addChannel('channel', 'general', [user.id]);
        world.addChannel('channel', 'random', [user.id]);
        return { ...answer({ team: world.team, user: user.id }), signIn: user.id };
      }
      case 'client.signIn': {
        const accounts = [...world.accounts.values()];
        const found = accounts.find(
          ({ email, password }) => email === args.email && password === args.password,
        );
        if (found === undefined) return refuse('invalid_credentials', { tries_left: 3 });
        return { ...answer({ team: world.team, user: found.user.id }), signIn: found.user.id };
      }
      default:
        return undefined;
    }
  }

  private withSession(method: string, args: Args, user: string, session: string): Answered {
    const { world } = this;
    switch (method) {
      case 'rtm.connect':
        return answer({ url: `ws://fake/ws?ticket=${this.sockets.ticket(user)}` });
      case 'client.signOut':
        this.sockets.endAll(user, 4200);
        return { ...ok, signOut: true };
      case 'client.boot':
        return this.boot(user);
      case 'client.sessions.list':
        return answer({ sessions: [sessionOf(session, world.now())] });
      case 'client.sessions.end':
        return ok;
      case 'client.users':
        return answer({ users: world.people(), next_cursor: '' });
      case 'client.resume':
        return this.resume(args.streams as string[], user);
      case 'conversations.list':
        return answer({ channels: this.listed(user), response_metadata: { next_cursor: '' } });
      case 'conversations.create':
        return this.create(args, user);
      case 'conversations.open':
        return this.open(list(args.users), user);
      default:
        return this.inChannel(method, args, user);
    }
  }

  private inChannel(method: string, args: Args, user: string): Answered {
    const channel = this.world.channels.get(text(args.channel));
    if (channel === undefined) return refuse('channel_not_found');
    if (method === 'conversations.join') {
      this.world.join(channel, user);
      return answer({ channel: { id: channel.id } });
    }
    if (!channel.members.has(user)) return refuse('not_in_channel');
    return this.asMember(method, channel, args, user);
  }

  private asMember(method: string, channel: FakeChannel, args: Args, user: string): Answered {
    const { world } = this;
    switch (method) {
      case 'client.history':
        return answer({ ...page(channel, args), position: world.head(channel.id), users: [] });
      case 'chat.postMessage': {
        if (channel.archived) return refuse('is_archived');
        const id = args.client_msg_id as string | undefined;
        const message = world.post(channel, user, text(args.text), id);
        return answer({ channel: channel.id, ts: message.ts, message });
      }
      case 'chat.update': {
        const message = world.edit(channel, text(args.ts), text(args.text), user);
        if (message === undefined) return refuse('message_not_found');
        return answer({ channel: channel.id, ts: message.ts, text: message.text, message });
      }
      case 'chat.delete':
        if (!world.remove(channel, text(args.ts), user)) return refuse('message_not_found');
        return answer({ channel: channel.id, ts: args.ts });
      case 'conversations.mark':
        world.mark(channel, user, text(args.ts), args.forward_only === true);
        return ok;
      case 'conversations.members':
        return answer({ members: [...channel.members], response_metadata: { next_cursor: '' } });
      case 'conversations.leave':
        world.leave(channel, user);
        return ok;
      case 'conversations.invite':
        for (const each of list(args.users)) world.join(channel, each, user);
        return answer({ channel: { id: channel.id } });
      case 'conversations.kick':
        world.leave(channel, text(args.user), user);
        return ok;
      default:
        return refuse('unknown_method');
    }
  }

  private boot(user: string): Answered {
    const { world } = this;
    const team = world.team;
    const channels = [...world.channels.values()].filter(({ members }) => members.has(user));
    return answer({
      self: world.accounts.get(user)?.user,
      team,
      time: `${Math.floor(world.now() / 1000)}.000000`,
      build: 'fake',
      epoch: world.epoch,
      positions: { [team?.id ?? '']: world.head(team?.id ?? ''), [user]: world.head(user) },
      channels: channels.map((channel) => world.conversation(channel, user)),
      users: world.people(),
    });
  }

  private resume(streams: string[], user: string): Answered {
    const { world } = this;
    const channels = streams.flatMap((stream) => {
      const channel = world.channels.get(stream);
      return channel?.members.has(user) === true ? [world.conversation(channel, user)] : [];
    });
    const gone = streams.filter((stream) => {
      const own = stream === user || stream === world.team?.id;
      return !own && !channels.some(({ id }) => id === stream);
    });
    return answer({ epoch: world.epoch, positions: {}, channels, gone });
  }

  private listed(user: string): Body[] {
    return [...this.world.channels.values()]
      .filter(({ kind }) => kind === 'channel')
      .map((channel) => ({
        ok: true,
        id: channel.id,
        name: channel.name,
        topic: { value: channel.topic },
        purpose: { value: '' },
        is_archived: channel.archived,
        is_member: channel.members.has(user),
        num_members: channel.members.size,
      }));
  }

  private create(args: Args, user: string): Answered {
    const name = text(args.name);
    const taken = [...this.world.channels.values()].some((channel) => channel.name === name);
    if (taken) return refuse('name_taken');
    const kind = args.is_private === true ? 'private' : 'channel';
    const { id } = this.world.addChannel(kind, name, [user]);
    return answer({ channel: { id, name } });
  }

  private open(users: string[], user: string): Answered {
    const members = [...new Set([user, ...users])].sort();
    const kind = members.length > 2 ? 'mpim' : 'im';
    const found = [...this.world.channels.values()].find(
      (channel) => channel.kind === kind && [...channel.members].sort().join() === members.join(),
    );
    const { id } = found ?? this.world.addChannel(kind, undefined, members);
    return answer({ channel: { id } });
  }
}

function page({ messages }: FakeChannel, args: Args) {
  const limit = typeof args.limit === 'number' ? args.limit : 50;
  const [before, after, around] = [args.before, args.after, args.around].map((each) =>
    typeof each === 'string' ? each : undefined,
  );
  let from = Math.max(0, messages.length - limit);
  let to = messages.length;
  if (before !== undefined) {
    to = countBelow(messages, before);
    from = Math.max(0, to - limit);
  } else if (after !== undefined) {
    from = messages.filter(({ ts }) => ts <= after).length;
    to = Math.min(messages.length, from + limit);
  } else if (around !== undefined) {
    from = Math.max(0, countBelow(messages, around) - Math.floor(limit / 2));
    to = Math.min(messages.length, from + limit);
  }
  return {
    messages: messages.slice(from, to),
    has_more_before: from > 0,
    has_more_after: to < messages.length,
  };
}

function countBelow(messages: FakeChannel['messages'], bound: string): number {
  return messages.filter(({ ts }) => ts < bound).length;
}

function sessionOf(id: string, now: number) {
  const seconds = Math.floor(now / 1000);
  return {
    id,
    created: seconds - 3600,
    last_seen: seconds,
    user_agent: 'Mozilla/5.0 (X11; Linux x86_64) Chrome/140.0.0.0',
    ip: '127.0.0.1',
    current: true,
  };
}

function answer(fields: Record<string, unknown>): Answered {
  return { body: { ok: true, ...fields } };
}

export function refuse(error: string, fields: Record<string, unknown> = {}): Answered {
  return { body: { ok: false, error, ...fields } };
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function list(value: unknown): string[] {
  if (Array.isArray(value)) return value.filter((each) => typeof each === 'string');
  return typeof value === 'string' ? value.split(',') : [];
}
