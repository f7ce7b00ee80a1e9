import type { Call } from '../../protocol/api';
import { nameOf } from '../../models/names';
import type {
  DraftChangedEvent,
  EmojiAnswer,
  StreamId,
  ThreadsAnswer,
  Usergroup,
} from '../../protocol/generated';
import type { Inbox } from '../../store/inbox';
import type { Place } from '../../store/places';
import type { StarItem } from '../../store/stars';
import type { WorkspaceState } from '../../store/state';
import type { DraftBook } from './drafts';
import { DraftSync } from './draftSync';
import type { Draft } from '../../richtext/draft';
import { refusalOf } from './refusals';

export interface PersonalParts {
  call: Call;
  inbox: Inbox;
  state: () => WorkspaceState;
  book: DraftBook;
}

/**
 * What a page reads besides its start: emoji, groups, drafts, threads and stars. Each is read once,
 * and again only when events of its stream were lost; a page that reconnects asks for none.
 */
export class Personal {
  private emojiOwed = true;
  private groupsOwed = true;
  private draftsOwed = true;
  private threadsOwed = true;
  private starsOwed = true;

  private readonly drafts: DraftSync;

  constructor(private readonly parts: PersonalParts) {
    const { call, book, state } = parts;
    const personOf = (user: string) => nameOf(state().people[user]) ?? user;
    this.drafts = new DraftSync({ call, book, nameOf: personOf });
  }

  /** Something was begun, sent or given up on another device, or on this one. */
  hear(draft: DraftChangedEvent): void {
    this.drafts.hear(draft);
  }

  /** Whether the server is known to have what stands in a place. */
  isTold(place: Place, draft: Draft): boolean {
    return this.drafts.isTold(place, draft);
  }

  stop(): void {
    this.drafts.stop();
  }

  /** The connection is live. */
  live(): void {
    if (this.emojiOwed) void this.readEmoji();
    if (this.groupsOwed) void this.readGroups();
    if (this.threadsOwed) void this.readThreads();
    if (this.starsOwed) void this.readStars();
    if (this.draftsOwed) void this.meetDrafts();
    else this.drafts.push();
  }

  /** Events of a stream will not come any more: what they said is to be read. */
  lost(stream: StreamId): void {
    const { team, self } = this.parts.state();
    if (stream === team.id) {
      void this.readEmoji();
      void this.readGroups();
    }
    if (stream !== self) return;
    void this.meetDrafts();
    void this.readThreads();
    void this.readStars();
  }

  private async readEmoji(): Promise<void> {
    const { call, inbox, state } = this.parts;
    this.emojiOwed = true;
    const asked = state().emoji;
    const outcome = await call<EmojiAnswer>('client.emoji.list');
    if (outcome.kind !== 'ok') return;
    this.emojiOwed = false;
    inbox.answer({ type: 'emoji', emoji: outcome.answer.emoji, asked });
  }

  /** Why they could not be read, or nothing. */
  async readGroups(): Promise<string | undefined> {
    const { call, inbox, state } = this.parts;
    this.groupsOwed = true;
    const asked = state().groups;
    const all = { include_users: true, include_disabled: true, include_count: true };
    const outcome = await call<{ usergroups: Usergroup[] }>('usergroups.list', all);
    if (outcome.kind !== 'ok') return refusalOf(outcome);
    this.groupsOwed = false;
    inbox.answer({ type: 'groups', groups: outcome.answer.usergroups, asked });
    return undefined;
  }

  private async readThreads(): Promise<void> {
    this.threadsOwed = true;
    const outcome = await this.parts.call<ThreadsAnswer>('client.threads.list', { limit: 200 });
    if (outcome.kind !== 'ok') return;
    this.threadsOwed = false;
    this.parts.inbox.answer({ type: 'threads', threads: outcome.answer.threads });
  }

  private async readStars(): Promise<void> {
    const { call, inbox, state } = this.parts;
    this.starsOwed = true;
    const asked = state().stars;
    const outcome = await call<{ items: StarItem[] }>('stars.list', { limit: 1000 });
    if (outcome.kind !== 'ok') return;
    this.starsOwed = false;
    inbox.answer({ type: 'stars', items: outcome.answer.items, asked });
  }

  private async meetDrafts(): Promise<void> {
    this.draftsOwed = true;
    this.draftsOwed = !(await this.drafts.meet());
  }
}
