import fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { LeaseKeeper } from './lease';
import type { Lease, LeaseWord } from './lock';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

interface Tab {
  holder: string;
  holds: boolean;
  /** Killed tabs say and do nothing; frozen ones catch up when they thaw. */
  fate: 'alive' | 'frozen' | 'killed';
  missed: (() => void)[];
  listener: (word: LeaseWord) => void;
  close: () => void;
}

/** A browser without Web Locks, whose tabs share a record and a bus. */
class Browser {
  readonly tabs: Tab[] = [];
  private record: Lease | undefined;

  open(): Tab {
    const holder = `tab ${this.tabs.length}`;
    const nothing = () => undefined;
    const fate: Tab['fate'] = 'alive';
    const tab: Tab = { holder, holds: false, fate, missed: [], listener: nothing, close: nothing };
    this.tabs.push(tab);
    const lease = {
      swap: (change: (found: Lease | undefined) => Lease | undefined) =>
        new Promise<Lease | undefined>((resolve) => {
          this.reach(tab, () => {
            this.record = change(this.record);
            resolve(this.record);
          });
        }),
    };
    const bus = () => ({
      post: (word: LeaseWord) => {
        const others = this.tabs.filter((each) => each !== tab);
        if (tab.fate === 'alive')
          for (const each of others) this.reach(each, () => each.listener(word));
      },
      listen: (listener: (word: LeaseWord) => void) => void (tab.listener = listener),
      close: () => void (tab.listener = () => undefined),
    });
    const parts = { name: 'lock', locks: undefined, lease, bus, holder, now: () => Date.now() };
    const keeper = new LeaseKeeper(parts, (held) => (tab.holds = held));
    keeper.start();
    tab.close = () => keeper.stop();
    return tab;
  }

  kill(tab: Tab): void {
    tab.fate = 'killed';
    tab.holds = false;
  }

  thaw(tab: Tab): void {
    if (tab.fate !== 'frozen') return;
    tab.fate = 'alive';
    for (const work of tab.missed.splice(0)) work();
  }

  /** Those that may send now. */
  get holders(): Tab[] {
    return this.tabs.filter(({ holds, fate }) => holds && fate === 'alive');
  }

  private reach(tab: Tab, work: () => void): void {
    queueMicrotask(() => {
      if (tab.fate === 'alive') work();
      if (tab.fate === 'frozen') tab.missed.push(work);
    });
  }
}

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

test('a reloaded page sends again in less than half a second', async () => {
  const browser = new Browser();
  const before = browser.open();
  await pass(700);
  browser.kill(before);
  const after = browser.open();
  await pass(400);

  expect(after.holds).toBe(true);
});

test('a tab waits as long as the one that sends is there, and follows it when it goes', async () => {
  const browser = new Browser();
  const first = browser.open();
  await pass(10);
  const second = browser.open();
  await pass(60_000);
  expect([first.holds, second.holds]).toEqual([true, false]);

  first.close();
  await pass(2_500);
  expect([first.holds, second.holds]).toEqual([false, true]);
});

test('a tab that was frozen hears that it sends no more before it does anything', async () => {
  const browser = new Browser();
  const first = browser.open();
  await pass(10);
  first.fate = 'frozen';
  const second = browser.open();
  await pass(1000);
  browser.thaw(first);
  await pass(0);

  expect([first.holds, second.holds]).toEqual([false, true]);
});

const actions = fc.oneof(
  fc.record({ do: fc.constantFrom('open', 'wait'), pick: fc.nat(6000) }),
  fc.record({ do: fc.constantFrom('close', 'kill', 'freeze', 'thaw'), pick: fc.nat(5) }),
);

test('whatever becomes of the tabs, never two send, and one does soon', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(actions, { maxLength: 30, size: 'max' }), async (script) => {
      const browser = new Browser();
      for (const { do: what, pick } of script) {
        const tab = browser.tabs[pick % Math.max(1, browser.tabs.length)];
        if (what === 'open') browser.open();
        else if (what === 'wait') await pass(pick);
        else if (tab?.fate === 'alive' && what === 'close') tab.close();
        else if (tab !== undefined && what === 'kill') browser.kill(tab);
        else if (tab?.fate === 'alive' && what === 'freeze') tab.fate = 'frozen';
        else if (tab !== undefined && what === 'thaw') browser.thaw(tab);
        await pass(0);
        expect(browser.holders.length).toBeLessThanOrEqual(1);
      }
      browser.open();
      await pass(2500);
      expect(browser.holders).toHaveLength(1);
      for (const tab of browser.tabs) tab.close();
    }),
    { numRuns: 300 },
  );
});
