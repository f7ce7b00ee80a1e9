import { createStore, type StoreApi } from 'zustand/vanilla';
import type { BootAnswer } from '../../protocol/generated';
import { endOf } from '../../protocol/api';
import { bootWaitMs } from '../../protocol/backoff';
import type { StopReason } from '../../protocol/closeCodes';
import type { Link } from '../../protocol/link';
import { Socket } from '../../protocol/socket';
import { Outbox } from '../../outbox/outbox';
import type { Signal } from '../../store/signals';
import { Inbox } from '../../store/inbox';
import { emptyState, type WorkspaceState } from '../../store/state';
import { Actions } from './actions';
import { newDrafts, type DraftBook } from './drafts';
import { Directory } from './directory';
import { Jumps } from './jumps';
import { Memory } from './memory';
import { Personal } from './personal';
import { Pages } from './pages';
import { Reader } from './reader';
import type { WorkspaceParts } from './parts';
import { PresenceWatch } from './presence';
import { Repairs } from './repairs';
import { newStatus, withLeft, withLink, type Status } from './status';
import { openStorage, type Kept, type Storage } from './storage';
import { typingHint } from './typing';
import { Rest } from './rest';
import { watchPage, type PageWatch } from './watch';

/** One workspace as the page lives in it: wires store, socket, queue and disk together. */
export class Workspace {
  readonly store: StoreApi<WorkspaceState>;
  readonly status: StoreApi<Status>;
  readonly inbox: Inbox;
  readonly outbox: Outbox;
  readonly drafts: DraftBook;
  readonly pages: Pages;
  readonly reader: Reader;
  readonly actions: Actions;
  readonly presence: PresenceWatch;
  readonly jumps: Jumps;
  /** A person types in a conversation. */
  readonly typing: (channel: string) => void;
  readonly memory: Memory;
  readonly personal: Personal;
  open: string | undefined;
  private readonly directory: Directory;
  private readonly socket: Socket;
  private readonly watch: PageWatch;
  private readonly rest: Rest;
  private readonly repairs: Repairs;
  private readonly quiet: ReturnType<typeof setInterval>;
  private ended = false;

  private constructor(
    readonly parts: WorkspaceParts,
    private readonly storage: Storage,
  ) {
    const { team, user, call, now, random } = parts;
    this.store = createStore<WorkspaceState>(() => storage.found ?? emptyState(team, user));
    this.status = newStatus(navigator.onLine);
    const onSignals = (all: readonly Signal[]) => {
      this.repairs.onSignals(all);
      all.forEach((each) => this.onSignal(each));
    };
    this.inbox = new Inbox({ store: this.store, schedule: parts.schedule, now, onSignals });
    const state = () => this.store.getState();
    const onRefused = (code: string) => this.onRefused(code);
    const common = { call, inbox: this.inbox, state, onRefused, now, random };
    this.pages = new Pages({ ...common, kept: (channel) => storage.read(channel) });
    this.memory = new Memory({ store: this.store, inbox: this.inbox, storage });
    this.reader = new Reader(common);
    this.actions = new Actions(common);
    this.outbox = new Outbox({
      call,
      disk: storage.outbox,
      now,
      random,
      newId: parts.newId,
      onPosted: (channel, message) => this.inbox.answerNow({ type: 'posted', channel, message }),
      onRefused,
      tell: () => storage.tell('outbox'),
    });
    this.drafts = newDrafts(storage, parts);
    this.jumps = new Jumps(storage.jump, now);
    this.directory = new Directory({ call, inbox: this.inbox, store: this.store });
    this.personal = new Personal({ ...common, book: this.drafts });
    this.socket = new Socket({
      call,
      open: parts.openSocket,
      random,
      held: () => ({ epoch: state().epoch, positions: state().positions }),
      onFrame: (frame) => this.inbox.frame(frame),
      onLink: (link) => this.onLink(link),
    });
    this.typing = typingHint(now, (frame) => this.socket.hint(frame));
    this.presence = new PresenceWatch({
      ...common,
      isLive: () => this.status.getState().link.phase === 'live',
      hint: (frame) => this.socket.hint(frame),
    });
    this.repairs = new Repairs({ ...common, resend: (streams) => this.socket.repair(streams) });
    this.store.subscribe(({ conversations }, before) => {
      if (conversations !== before.conversations) this.presence.soon();
    });
    this.rest = new Rest(this.socket);
    this.watch = watchPage({
      onNudge: (woke) => this.nudge(woke),
      onOnline: (online) => this.status.setState({ online }),
      onHide: () => void this.flush(),
      onRest: () => this.rest.begin(),
    });
    this.quiet = setInterval(() => {
      if (Object.keys(state().typing).length > 0) this.inbox.answer({ type: 'quiet', now: now() });
    }, 1000);
  }

  static async open(parts: WorkspaceParts): Promise<Workspace> {
    const storage = await openStorage(parts);
    const workspace = new Workspace(parts, storage);
    await workspace.start();
    return workspace;
  }

  show(channel: string | undefined): void {
    this.open = channel;
    this.socket.hint({ type: 'focus', channels: channel === undefined ? [] : [channel] });
  }

  nudge(woke: boolean): void {
    this.rest.nudge(woke);
    this.outbox.input({ type: 'nudge' });
  }

  async close(kept: Kept): Promise<boolean> {
    this.ended = true;
    clearInterval(this.quiet);
    const { watch, socket, outbox, repairs, presence, personal, directory } = this;
    [watch, socket, outbox, repairs, presence, personal, directory].forEach((each) => each.stop());
    this.memory.stop();
    if (kept === 'all') await this.flush();
    if (kept === 'unsaid') await this.drafts.write();
    this.inbox.stop();
    return this.storage.close(kept, (place, draft) => personal.isTold(place, draft));
  }

  private async start(): Promise<void> {
    const { storage } = this;
    storage.onLock((held) => {
      this.rest.lock(held);
      this.outbox.input({ type: held ? 'granted' : 'released' });
    });
    storage.onTold((what) => {
      if (what === 'outbox') void this.outbox.readDisk();
      if (what === 'drafts') void this.drafts.read();
      if (what === 'signed_out') this.end('signed_out');
    });
    storage.follow(this.store);
    await Promise.all([this.outbox.readDisk(), this.drafts.read(), this.jumps.read()]);
    if (storage.found === undefined) {
      void this.boot(0);
      return;
    }
    this.status.setState({ ready: true });
    this.socket.start();
  }

  tellSignedOut(): void {
    this.storage.tell('signed_out');
  }

  /** Drops what this browser keeps, but for drafts and what is unsent. The page is to be loaded anew. */
  forgetCache(): Promise<void> {
    return this.storage.forget();
  }

  private async boot(attempt: number): Promise<void> {
    const outcome = this.ended ? undefined : await this.parts.call<BootAnswer>('client.boot');
    if (this.ended || outcome === undefined) return;
    if (outcome.kind === 'ok') {
      this.inbox.answerNow({ type: 'boot', answer: outcome.answer });
      this.status.setState({ ready: true, unreachable: false });
      this.socket.start();
      return;
    }
    if (outcome.kind === 'refused') {
      this.onRefused(outcome.code);
      if (endOf(outcome.code) !== undefined) return;
    }
    if (attempt > 0) this.status.setState({ unreachable: true });
    const waitMs = bootWaitMs(attempt, this.parts.random());
    setTimeout(() => void this.boot(attempt + 1), waitMs);
  }

  private onLink(link: Link): void {
    const now = this.parts.now();
    this.status.setState(withLink(this.status.getState(), link, now));
    if (link.phase === 'stopped') this.end(link.reason);
    if (link.phase !== 'live') return;
    this.repairs.reset();
    [this.personal, this.directory].forEach((each) => each.live());
    this.outbox.input({ type: 'nudge' });
    this.show(this.open);
    this.presence.again();
  }

  private onSignal(signal: Signal): void {
    switch (signal.type) {
      case 'left':
        this.status.setState(withLeft(signal, this.open));
        this.outbox.input({ type: 'left', channel: signal.channel });
        break;
      case 'replied':
      case 'arrived': {
        const { channel, message } = signal;
        const { client_msg_id: id, ts } = message;
        if (id !== undefined) this.outbox.input({ type: 'seen', id, ts });
        if (signal.type === 'replied') break;
        const count = (this.status.getState().arrived?.count ?? 0) + 1;
        this.status.setState({ arrived: { channel, message, count } });
        break;
      }
      case 'draft':
        this.personal.hear(signal.draft);
        break;
      case 'resync':
      case 'unknown':
        [this.personal, this.presence].forEach((each) => each.lost(signal.stream));
        break;
      case 'gap':
      case 'resumed':
        break;
    }
  }

  private onRefused(code: string): void {
    const reason = endOf(code);
    if (reason !== undefined) this.end(reason);
  }

  private end(reason: StopReason): void {
    if (this.ended) return;
    this.ended = true;
    this.parts.onEnded(reason);
  }

  private async flush(): Promise<void> {
    const { reader, drafts, jumps, storage } = this;
    await Promise.all([reader.write(), drafts.write(), jumps.write(), storage.write()]);
  }
}
