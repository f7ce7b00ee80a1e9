import { createStore, type StoreApi } from 'zustand/vanilla';
import type { ChannelId } from '../../protocol/generated';
import type { DraftDisk } from '../../cache/disk';
import { emptyDraft, type Draft } from '../../richtext/draft';

type Drafts = Readonly<Record<ChannelId, Draft>>;

const writeMs = 300;

/** What stands unsent in each conversation; on disk within 300 ms, told to the other tabs. */
export class DraftBook {
  readonly store: StoreApi<Drafts> = createStore<Drafts>(() => ({}));
  private readonly dirty = new Set<ChannelId>();
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** Is told of what is typed here. */
  onTyped: (channel: ChannelId) => void = () => undefined;

  constructor(
    private readonly disk: DraftDisk,
    private readonly tell: () => void,
  ) {}

  async read(): Promise<void> {
    const drafts = await this.disk.all().catch((): Drafts => ({}));
    const own = Object.fromEntries(
      Object.entries(this.store.getState()).filter(([channel]) => this.dirty.has(channel)),
    );
    this.store.setState({ ...drafts, ...own }, true);
  }

  get(channel: ChannelId): Draft {
    return this.store.getState()[channel] ?? emptyDraft;
  }

  /** Where something stands. */
  channels(): ChannelId[] {
    return Object.entries(this.store.getState()).flatMap(([channel, { text }]) =>
      text === '' ? [] : [channel],
    );
  }

  /** Typed here. */
  set(channel: ChannelId, draft: Draft): void {
    this.take(channel, draft);
    this.onTyped(channel);
  }

  /** Typed elsewhere. */
  take(channel: ChannelId, draft: Draft): void {
    this.store.setState({ ...this.store.getState(), [channel]: draft }, true);
    this.dirty.add(channel);
    this.timer ??= setTimeout(() => void this.write(), writeMs);
  }

  async write(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    const channels = [...this.dirty];
    const saves = channels.map((channel) => {
      const draft = this.get(channel);
      return this.disk.save(channel, draft.text === '' ? undefined : draft);
    });
    await Promise.all(saves).catch(() => undefined);
    channels.forEach((channel) => this.dirty.delete(channel));
    if (channels.length > 0) this.tell();
  }
}
