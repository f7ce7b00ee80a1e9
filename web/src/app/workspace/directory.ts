import type { StoreApi } from 'zustand/vanilla';
import type { Call } from '../../protocol/api';
import type { Inbox } from '../../store/inbox';
import type { WorkspaceState } from '../../store/state';

export interface DirectoryParts {
  call: Call;
  inbox: Inbox;
  store: StoreApi<WorkspaceState>;
}

const quietMs = 1500;

/**
 * Reads all people of the workspace once, when the page has nothing better to do; events keep
 * them as they are. Of more than 20,000 those are held that come first, and those who are met.
 */
export class Directory {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private isLive = false;

  constructor(private readonly parts: DirectoryParts) {
    parts.store.subscribe(({ allPeople }, before) => {
      if (before.allPeople && !allPeople) this.later();
    });
  }

  /** The connection is live: nothing that changes from here on is missed. */
  live(): void {
    this.isLive = true;
    this.later();
  }

  stop(): void {
    this.isLive = false;
    clearTimeout(this.timer);
  }

  private later(): void {
    if (!this.isLive || this.parts.store.getState().allPeople) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.read(), quietMs);
  }

  private async read(): Promise<void> {
    const late = await import('./readPeople').catch(() => undefined);
    await late?.readPeople(this.parts, () => this.isLive);
  }
}
