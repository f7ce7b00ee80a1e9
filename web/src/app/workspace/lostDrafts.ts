import { createStore, type StoreApi } from 'zustand/vanilla';
import type { LostDisk } from '../../cache/disk';
import type { Place } from '../../store/places';

/** What stood in a field on another device and gave way to what was typed here. */
export interface LostDraft {
  id: string;
  place: Place;
  /** As it travels. */
  text: string;
  atMs: number;
}

export const keptDays = 7;
const keptMs = keptDays * 86_400_000;

interface LostParts {
  disk: LostDisk;
  now: () => number;
  newId: () => string;
  /** The other tabs are to read again. */
  tell: () => void;
}

/** Drafts that lost against what was typed here meanwhile: for some days they can be had back. */
export class LostDrafts {
  readonly store: StoreApi<readonly LostDraft[]> = createStore<readonly LostDraft[]>(() => []);

  constructor(private readonly parts: LostParts) {}

  async read(): Promise<void> {
    const { disk, now } = this.parts;
    const all = await disk.all().catch(() => this.store.getState());
    const late = all.filter(({ atMs }) => atMs + keptMs <= now());
    const kept = all.filter((each) => !late.includes(each));
    this.store.setState(
      kept.sort((one, two) => two.atMs - one.atMs),
      true,
    );
    await Promise.all(late.map(({ id }) => disk.erase(id))).catch(() => undefined);
  }

  async keep(place: Place, text: string): Promise<void> {
    const { disk, now, newId, tell } = this.parts;
    const before = this.store.getState();
    if (before.some((each) => each.place === place && each.text === text)) return;
    const lost = { id: newId(), place, text, atMs: now() };
    this.store.setState([lost, ...before], true);
    await disk.save(lost).catch(() => undefined);
    tell();
  }

  async drop(id: string): Promise<void> {
    const { disk, tell } = this.parts;
    this.store.setState(
      this.store.getState().filter((each) => each.id !== id),
      true,
    );
    await disk.erase(id).catch(() => undefined);
    tell();
  }
}
