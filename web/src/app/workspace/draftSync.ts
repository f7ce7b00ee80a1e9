import type { Call } from '../../protocol/api';
import type {
  DraftAnswer,
  DraftChangedEvent,
  DraftsAnswer,
  KeptDraft,
  Ts,
} from '../../protocol/generated';
import { decodeDraft, encodeDraft, type Draft } from '../../richtext/draft';
import { channelOf, placeOf, threadOf, type Place } from '../../store/places';
import { compareTs } from '../../store/ts';
import type { DraftBook } from './drafts';

export interface DraftSyncParts {
  call: Call;
  book: DraftBook;
  nameOf: (user: string) => string;
}

const quietMs = 1000;
const againMs = 5000;

/**
 * Keeps what stands unsent the same on all devices of a person. What is typed here wins until the
 * server has it; what another device wrote meanwhile is kept as lost.
 */
export class DraftSync {
  private readonly unsent = new Set<Place>();
  /** When the server had what was last told from here: what it says of before is older. */
  private readonly told = new Map<Place, Ts>();
  /** What the server was last known to have. */
  private readonly known = new Map<Place, string>();
  /** What it was last told, and perhaps has. */
  private readonly telling = new Map<Place, string>();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private pushing = false;
  /** Something was emptied while the server was being told. */
  private hurried = false;

  constructor(private readonly parts: DraftSyncParts) {
    parts.book.onTyped = (place) => {
      this.unsent.add(place);
      if (this.isGone(place)) this.push();
      else this.later();
    };
  }

  /** Emptied, most likely sent: after a reload it is not to come back, so that this waits for nothing. */
  private isGone(place: Place): boolean {
    if (encodeDraft(this.parts.book.get(place)) !== '') return false;
    return [this.known, this.telling].some((texts) => (texts.get(place) ?? '') !== '');
  }

  /** Whether the server is known to have what stands in a place. */
  isTold(place: Place, draft: Draft): boolean {
    return this.known.get(place) === encodeDraft(draft);
  }

  /** Another device, or this one, told the server. */
  hear(draft: KeptDraft | DraftChangedEvent): void {
    const { channel, thread_ts: thread, text, updated } = draft;
    const place = placeOf(channel, thread);
    if (compareTs(updated, this.told.get(place) ?? '0') <= 0) return;
    const { book, nameOf } = this.parts;
    if (this.unsent.has(place)) {
      this.lose(place, text);
      return;
    }
    this.known.set(place, text);
    if (encodeDraft(book.get(place)) === text) return;
    book.take(place, decodeDraft(text, nameOf));
  }

  /**
   * Compares with what the server has: what is only there is taken, what is only here is told.
   * False if the server could not be asked.
   */
  async meet(): Promise<boolean> {
    const outcome = await this.parts.call<DraftsAnswer>('client.drafts.list');
    if (outcome.kind !== 'ok') return false;
    const { book } = this.parts;
    const kept = new Map(
      outcome.answer.drafts.map((draft) => [placeOf(draft.channel, draft.thread_ts), draft]),
    );
    for (const [place, draft] of kept) if (book.get(place).text === '') this.hear(draft);
    for (const place of book.places()) {
      const text = kept.get(place)?.text ?? '';
      if (encodeDraft(book.get(place)) === text) {
        this.known.set(place, text);
        continue;
      }
      this.lose(place, text);
      this.unsent.add(place);
    }
    this.push();
    return true;
  }

  /** What the server has gives way to what stands here; what stands here may have begun with it. */
  private lose(place: Place, text: string): void {
    const isNew = this.known.get(place) !== text && this.telling.get(place) !== text;
    this.known.set(place, text);
    const { book } = this.parts;
    const standing = encodeDraft(book.get(place));
    if (isNew && !standing.includes(text.trim())) void book.lost.keep(place, text);
  }

  stop(): void {
    clearTimeout(this.timer);
  }

  /** Tells what the server does not have yet; what is typed meanwhile has its turn afterwards. */
  push(): void {
    clearTimeout(this.timer);
    this.hurried = this.pushing;
    if (this.pushing) return;
    this.pushing = true;
    void this.tellAll().then((reached) => {
      this.pushing = false;
      // Who cannot be reached is told when the connection is back, or a little later.
      if (this.unsent.size === 0) return;
      if (reached && this.hurried) this.push();
      else this.later(reached ? quietMs : againMs);
    });
  }

  private later(afterMs = quietMs): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.push(), afterMs);
  }

  /** False if the server could not be reached. */
  private async tellAll(): Promise<boolean> {
    for (const place of [...this.unsent]) {
      const text = encodeDraft(this.parts.book.get(place));
      const args = { channel: channelOf(place), thread_ts: threadOf(place), text };
      this.telling.set(place, text);
      const outcome = await this.parts.call<DraftAnswer>('client.drafts.set', args);
      if (outcome.kind === 'unreachable') return false;
      if (outcome.kind === 'ok') {
        this.told.set(place, outcome.answer.draft.updated);
        this.known.set(place, text);
      }
      const settled = outcome.kind !== 'throttled';
      if (settled && encodeDraft(this.parts.book.get(place)) === text) {
        this.unsent.delete(place);
      }
    }
    return true;
  }
}
