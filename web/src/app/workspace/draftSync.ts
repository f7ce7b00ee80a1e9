import type { Call } from '../../protocol/api';
import type {
  ChannelId,
  DraftAnswer,
  DraftChangedEvent,
  DraftsAnswer,
  KeptDraft,
  Ts,
} from '../../protocol/generated';
import { decodeDraft, encodeDraft } from '../../richtext/draft';
import { compareTs } from '../../store/ts';
import type { DraftBook } from './drafts';

export interface DraftSyncParts {
  call: Call;
  book: DraftBook;
  nameOf: (user: string) => string;
}

const quietMs = 1000;

/**
 * Keeps what stands unsent the same on all devices of a person. What is typed here wins until the
 * server has it; nothing typed is lost.
 */
export class DraftSync {
  private readonly unsent = new Set<ChannelId>();
  /** When the server had what was last told from here: what it says of before is older. */
  private readonly told = new Map<ChannelId, Ts>();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private pushing = false;

  constructor(private readonly parts: DraftSyncParts) {
    parts.book.onTyped = (channel) => {
      this.unsent.add(channel);
      this.later();
    };
  }

  /** Another device, or this one, told the server. */
  hear(draft: KeptDraft | DraftChangedEvent): void {
    const { channel, thread_ts: thread, text, updated } = draft;
    if (thread !== undefined || this.unsent.has(channel)) return;
    if (compareTs(updated, this.told.get(channel) ?? '0') <= 0) return;
    const { book, nameOf } = this.parts;
    if (encodeDraft(book.get(channel)) === text) return;
    book.take(channel, decodeDraft(text, nameOf));
  }

  /** After a connection came to be: what only the server has is taken, what only is here is told. */
  async meet(): Promise<void> {
    const outcome = await this.parts.call<DraftsAnswer>('client.drafts.list');
    if (outcome.kind !== 'ok') return;
    const { book } = this.parts;
    const kept = new Map(
      outcome.answer.drafts.flatMap((draft) =>
        draft.thread_ts === undefined ? [[draft.channel, draft] as const] : [],
      ),
    );
    for (const draft of kept.values()) if (book.get(draft.channel).text === '') this.hear(draft);
    for (const channel of book.channels()) {
      if (encodeDraft(book.get(channel)) !== (kept.get(channel)?.text ?? '')) {
        this.unsent.add(channel);
      }
    }
    await this.push();
  }

  stop(): void {
    clearTimeout(this.timer);
  }

  private later(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.push(), quietMs);
  }

  private async push(): Promise<void> {
    if (this.pushing) return;
    this.pushing = true;
    for (const channel of [...this.unsent]) {
      const text = encodeDraft(this.parts.book.get(channel));
      const args = { channel, text };
      const outcome = await this.parts.call<DraftAnswer>('client.drafts.set', args);
      if (outcome.kind === 'ok') this.told.set(channel, outcome.answer.draft.updated);
      const settled = outcome.kind === 'ok' || outcome.kind === 'refused';
      if (settled && encodeDraft(this.parts.book.get(channel)) === text) {
        this.unsent.delete(channel);
      }
    }
    this.pushing = false;
  }
}
