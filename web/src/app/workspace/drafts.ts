import { createStore, type StoreApi } from 'zustand/vanilla';
import type { DraftDisk, LostDisk } from '../../cache/disk';
import { LostDrafts } from './lostDrafts';
import type { WorkspaceParts } from './parts';
import { emptyDraft, type Draft, type Selected } from '../../richtext/draft';
import type { Place } from '../../store/places';

type Drafts = Readonly<Record<Place, Draft>>;

const writeMs = 300;

/** What stands unsent in each conversation and thread; on disk within 300 ms, told to the other tabs. */
export class DraftBook {
  readonly store: StoreApi<Drafts> = createStore<Drafts>(() => ({}));
  private readonly dirty = new Set<Place>();
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** Is told of what is typed here. */
  onTyped: (place: Place) => void = () => undefined;

  constructor(
    private readonly disk: DraftDisk,
    private readonly tell: () => void,
    readonly lost: LostDrafts,
  ) {}

  async read(): Promise<void> {
    const [drafts] = await Promise.all([
      this.disk.all().catch((): Drafts => ({})),
      this.lost.read(),
    ]);
    const own = Object.fromEntries(
      Object.entries(this.store.getState()).filter(([place]) => this.dirty.has(place)),
    );
    this.store.setState({ ...drafts, ...own }, true);
  }

  get(place: Place): Draft {
    return this.store.getState()[place] ?? emptyDraft;
  }

  /** Where something stands. */
  places(): Place[] {
    return Object.entries(this.store.getState()).flatMap(([place, { text }]) =>
      text === '' ? [] : [place],
    );
  }

  /** Typed here. */
  set(place: Place, draft: Draft): void {
    this.take(place, draft);
    this.onTyped(place);
  }

  /** Typed elsewhere. */
  take(place: Place, draft: Draft): void {
    this.store.setState({ ...this.store.getState(), [place]: draft }, true);
    this.dirty.add(place);
    // Most likely sent: it is not to come back when the page is loaded anew right now.
    if (draft.text === '') void this.write();
    else this.timer ??= setTimeout(() => void this.write(), writeMs);
  }

  /** The caret rests here. */
  rest(place: Place, selection: Selected): void {
    const draft = this.get(place);
    if (draft.text !== '') this.take(place, { ...draft, selection });
  }

  async write(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    const written = [...this.dirty].map((place) => [place, this.get(place)] as const);
    const saves = written.map(([place, draft]) =>
      this.disk.save(place, draft.text === '' ? undefined : draft),
    );
    await Promise.all(saves).catch(() => undefined);
    for (const [place, draft] of written) {
      // What was typed meanwhile has its own turn.
      if (this.get(place) === draft) this.dirty.delete(place);
    }
    if (written.length > 0) this.tell();
  }
}

interface DraftDisks {
  drafts: DraftDisk;
  lost: LostDisk;
  tell: (what: 'drafts') => void;
}

export function newDrafts(
  disks: DraftDisks,
  { now, newId }: Pick<WorkspaceParts, 'now' | 'newId'>,
): DraftBook {
  const { drafts, lost } = disks;
  const tell = () => disks.tell('drafts');
  return new DraftBook(drafts, tell, new LostDrafts({ disk: lost, now, newId, tell }));
}
