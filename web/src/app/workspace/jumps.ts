import { createStore, type StoreApi } from 'zustand/vanilla';
import type { JumpDisk } from '../../cache/disk';
import { noMemory, withPick, withVisit, type JumpMemory } from '../../models/jump/memory';

const writeMs = 1000;

/** Remembers where somebody goes and what they choose in the jump list; on disk within a second. */
export class Jumps {
  readonly store: StoreApi<JumpMemory> = createStore<JumpMemory>(() => noMemory);
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly disk: JumpDisk,
    private readonly now: () => number,
  ) {}

  async read(): Promise<void> {
    const { visits, picks } = await this.disk.read().catch(() => noMemory);
    const own = this.store.getState();
    this.store.setState({
      visits: { ...visits, ...own.visits },
      picks: { ...picks, ...own.picks },
    });
  }

  visit(target: string): void {
    this.take(withVisit(this.store.getState(), target, this.now()));
  }

  pick(typed: string, target: string): void {
    const asked = typed.trim().toLowerCase();
    if (asked !== '') this.take(withPick(this.store.getState(), asked, target, this.now()));
  }

  async write(): Promise<void> {
    if (this.timer === undefined) return;
    clearTimeout(this.timer);
    this.timer = undefined;
    await this.disk.write(this.store.getState()).catch(() => undefined);
  }

  private take(memory: JumpMemory): void {
    this.store.setState(memory);
    this.timer ??= setTimeout(() => void this.write(), writeMs);
  }
}
