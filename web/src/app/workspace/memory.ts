import type { Inbox } from '../../store/inbox';
import { channelOf, type Place } from '../../store/places';
import type { WorkspaceState } from '../../store/state';
import type { StoreApi } from 'zustand/vanilla';
import type { Storage } from './storage';

export interface MemoryParts {
  store: StoreApi<WorkspaceState>;
  inbox: Inbox;
  storage: Storage;
}

const everyMs = 2000;

/** Bounds what the page holds of messages. What is on screen is never let go. */
export class Memory {
  private readonly held = new Map<Place, number>();
  private readonly stopFollowing: () => void;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly parts: MemoryParts) {
    this.stopFollowing = parts.store.subscribe(({ histories }, before) => {
      if (histories === before.histories) return;
      this.timer ??= setTimeout(() => void this.bound(), everyMs);
    });
  }

  /** Is called when these come on screen; the answer is called when they leave it. */
  hold(places: readonly Place[]): () => void {
    const { storage } = this.parts;
    for (const place of places) {
      this.held.set(place, (this.held.get(place) ?? 0) + 1);
      storage.see(channelOf(place));
    }
    return () => {
      for (const place of places) {
        const left = (this.held.get(place) ?? 1) - 1;
        if (left > 0) this.held.set(place, left);
        else this.held.delete(place);
        storage.see(channelOf(place));
      }
    };
  }

  stop(): void {
    this.stopFollowing();
    clearTimeout(this.timer);
  }

  private async bound(): Promise<void> {
    const late = await import('./bound').catch(() => undefined);
    this.timer = undefined;
    const isOpen = (place: Place) => this.held.has(place) || this.held.has(channelOf(place));
    late?.bound(this.parts, isOpen);
  }
}
