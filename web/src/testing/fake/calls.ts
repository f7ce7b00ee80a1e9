import type {
  BootAnswer,
  Channel,
  ChannelsAnswer,
  HistoryAnswer,
  MembersAnswer,
  PostedAnswer,
  ResumeAnswer,
  SessionsAnswer,
  SignedIn,
  StateAnswer,
  UsersAnswer,
} from '../../protocol/generated';
import { rankPeople } from '../../models/ranking';
import type { FakeChannel } from './channel';
import type { World } from './world';
import {
  answer,
  channelOf,
  foundChannels,
  list,
  page,
  readOf,
  refuse,
  sessionOf,
  text,
  type Answered,
  type Args,
  type Caller,
} from './answers';
import type { FakeSockets } from './sockets';

export interface Faults {
  /** Codes or statuses that the next calls of a method meet. */
  next: Map<string, (Answered | 'drop')[]>;
}

const ok: Answered = { body: { ok: true } };
const last = { next_cursor: '' };

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
        const { team } = world;
        const signedIn = team !== undefined && caller.user !== undefined;
        const teams = signedIn ? [{ ...team, user: caller.user ?? '' }] : [];
        return answer<StateAnswer>({ setup_required: world.team === undefined, teams });
      }
      case 'client.setUp': {
        if (world.team !== undefined) return refuse('already_set_up');
        world.team = { id: world.id('T'), name: text(args.company), domain: text(args.slug) };
        const name = text(args.name).toLowerCase().split(/\s+/)[0] ?? 'owner';
        const user = world.addUser(name, text(args.name), text(args.email), text(args.password));
        world.addChannel('channel', 'general', [user.id]);
        world.addChannel('channel', 'random', [user.id]);
        return { ...answer<SignedIn>({ team: world.team, user: user.id }), signIn: user.id };
      }
      case 'client.signIn': {
        const accounts = [...world.accounts.values()];
        const found = accounts.find(
          ({ email, password }) => email === args.email && password === args.password,
        );
        if (found === undefined || world.team === undefined)
          return refuse('invalid_credentials', { tries_left: 3 });
        return {
          ...answer<SignedIn>({ team: world.team, user: found.user.id }),
          signIn: found.user.id,
        };
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
        return answer<SessionsAnswer>({ sessions: [sessionOf(session, world.now())] });
      case 'client.sessions.end':
        return ok;
      case 'client.users':
        return answer<UsersAnswer>({ users: this.people(args), next_cursor: '' });
      case 'client.resume':
        return this.resume(args.streams as string[], user);
      case 'client.channels':
        return foundChannels([...world.channels.values()], args, user);
      case 'conversations.list':
        return answer<ChannelsAnswer>({ channels: this.listed(user), response_metadata: last });
      case 'conversations.create':
        return this.create(args, user);
      case 'conversations.open':
        return this.open(list(args.users), user);
      default:
        return this.inChannel(method, args, user);
    }
  }

  private people({ query }: Args): UsersAnswer['users'] {
    const all = this.world.people();
    if (query === undefined) return all;
    return rankPeople({ people: all, query: text(query), limit: 100, recent: new Set() });
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
        return answer<HistoryAnswer>({
          ...page(channel, args),
          position: world.head(channel.id),
          users: [],
        });
      case 'chat.postMessage': {
        if (channel.archived) return refuse('is_archived');
        const id = args.client_msg_id as string | undefined;
        const message = world.post(channel, user, text(args.text), id);
        return answer<PostedAnswer>({ channel: channel.id, ts: message.ts, message });
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
        world.mark(channel, user, ...readOf(args));
        return ok;
      case 'conversations.members':
        return answer<MembersAnswer>({
          members: [...channel.members],
          response_metadata: last,
        });
      case 'client.conversations.among':
        return answer({ members: list(args.users).filter((each) => channel.members.has(each)) });
      case 'client.conversations.mute':
        world.mute(channel, user, args.muted === true);
        return ok;
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
    const self = world.accounts.get(user)?.user;
    if (team === undefined || self === undefined) return refuse('invalid_auth');
    const channels = [...world.channels.values()].filter(({ members }) => members.has(user));
    return answer<BootAnswer>({
      self,
      team,
      time: `${Math.floor(world.now() / 1000)}.000000`,
      build: 'fake',
      epoch: world.epoch,
      positions: { [team.id]: world.head(team.id), [user]: world.head(user) },
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
    return answer<ResumeAnswer>({ epoch: world.epoch, positions: {}, channels, gone });
  }

  private listed(user: string): Channel[] {
    return [...this.world.channels.values()]
      .filter(({ kind }) => kind === 'channel')
      .map((channel) => channelOf(channel, user));
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
