import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { IDBFactory } from 'fake-indexeddb';
import { expect, test } from 'vitest';
import { takeAnswer, type Answer } from '../store/answers';
import { apply } from '../store/apply';
import { withinMemory } from '../store/memory';
import type { StoredMessage } from '../store/segments';
import type { WorkspaceState } from '../store/state';
import { anyChange } from '../testing/anyChange';
import { acme, alice, booted } from '../testing/builders';
import { ChannelTwin, type Change } from '../testing/channelTwin';
import type { Message } from '../protocol/generated';
import { loadCache, readMessages, type KeptMessages } from './loader';
import { openCache, type Cache } from './schema';
import { CacheWriter } from './writer';

type Action =
  | { do: 'change'; change: Change }
  | { do: 'deliver'; tab: number; count: number }
  | { do: 'fetch' | 'open' | 'write' | 'letGo' | 'resync' | 'restart'; tab: number };

const channel = 'C1';
const tab = fc.nat(1);
const actions: fc.Arbitrary<Action> = fc.oneof(
  { weight: 6, arbitrary: anyChange.map((change): Action => ({ do: 'change', change })) },
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant('deliver'), tab, count: fc.nat(4) }),
  },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('write'), tab }) },
  fc.record({ do: fc.constantFrom('fetch', 'open', 'letGo', 'restart'), tab }),
  fc.record({ do: fc.constantFrom('open', 'restart'), tab }),
  fc.record({ do: fc.constant('resync'), tab }),
);

/** A page whose state comes from the server's stream and from a disk that it may share. */
class Tab {
  state = booted();
  private writer: CacheWriter;

  constructor(
    private readonly twin: ChannelTwin,
    private readonly cache: Cache,
  ) {
    this.writer = new CacheWriter(cache, newHolder());
  }

  get held(): number {
    return this.state.positions[channel]!;
  }

  deliver(count: number): void {
    for (let left = count; left > 0 && this.held < this.twin.head; left -= 1) {
      this.state = apply(this.state, this.twin.frame(this.held + 1), 0).state;
    }
  }

  fetch(): void {
    const answer = this.twin.page(this.held, 5, 'newest');
    this.take({ type: 'page', channel, answer });
  }

  async open(): Promise<boolean> {
    const kept = await readMessages(this.cache, channel, this.state.epoch);
    if (kept !== undefined) this.take({ type: 'kept', channel, ...kept });
    return kept !== undefined;
  }

  write(): Promise<void> {
    return this.writer.write(this.state, new Map());
  }

  letGo(): void {
    const onDisk = () => this.writer.shelf.get(channel)?.position;
    const rules = { messages: 0, isOpen: () => false, seenMs: () => 0, onDisk };
    this.state = withinMemory(this.state, rules);
  }

  resync(): void {
    const offset = this.twin.head;
    const frame = { type: 'resync', stream: channel, offset, reason: 'slow' } as const;
    this.state = apply(this.state, frame, 0).state;
    const channels = [this.twin.conversationAt(offset)];
    const answer = { epoch: 1, positions: {}, channels, gone: [] };
    this.take({ type: 'fresh', answer, asked: 0 });
  }

  async restart(first: string | undefined): Promise<void> {
    const found = await loadCache(this.cache, first);
    this.state = found?.state ?? booted();
    this.writer = new CacheWriter(this.cache, newHolder(), found);
  }

  private take(answer: Answer): void {
    this.state = takeAnswer(this.state, answer, 0).state;
  }
}

async function run(action: Exclude<Action, { do: 'change' }>, on: Tab): Promise<void> {
  switch (action.do) {
    case 'deliver':
      on.deliver(action.count);
      return;
    case 'fetch':
    case 'resync':
    case 'letGo':
      on[action.do]();
      return;
    case 'open':
      await on.open();
      return;
    case 'write':
      return on.write();
    case 'restart':
      return on.restart(on.held % 2 === 0 ? channel : undefined);
  }
}

function expectTruth(state: WorkspaceState, twin: ChannelTwin): void {
  const history = state.histories[channel];
  const segments = history === undefined || history.stale ? [] : history.segments;
  for (const segment of segments) expectRun(segment, twin.messagesAt(twin.head));
}

function expectRun(run: KeptMessages['segments'][number], truth: readonly Message[]): void {
  const { messages, hasOlder, live } = run;
  const low = hasOlder ? (messages[0]?.ts ?? '9') : '0';
  const high = live ? '9' : (messages.at(-1)?.ts ?? '0');
  expect(messages.map(plain)).toEqual(truth.filter(({ ts }) => ts >= low && ts <= high).map(plain));
}

function plain({ ts, text, reactions = [], pinned_to = [] }: Message | StoredMessage) {
  return { ts, text, reactions, pinned_to };
}

let holders = 0;

/** No two pages bear one name, not even a tab before and after it was loaded again. */
function newHolder(): string {
  holders += 1;
  return `page ${holders}`;
}

let count = 0;

async function disk(): Promise<Cache> {
  count += 1;
  globalThis.indexedDB = new IDBFactory();
  return openCache(`${alice.id}-${count}`, acme.id);
}

const scripts = fc.array(actions, { minLength: 20, maxLength: 80, size: 'max' });

test('what the disk has of messages is what the server held at the position beside it', async () => {
  let kept = 0;
  await fc.assert(
    fc.asyncProperty(scripts, async (script) => {
      const twin = new ChannelTwin();
      const cache = await disk();
      const alone = new Tab(twin, cache);
      for (const action of script) {
        if (action.do === 'change') twin.change(action.change);
        else await run(action, alone);
        if (action.do !== 'write') continue;
        const found = await readMessages(cache, channel, 1);
        for (const segment of found?.segments ?? []) {
          expectRun(segment, twin.messagesAt(found!.position));
          if (found!.position > 0) kept += 1;
        }
      }
      cache.close();
    }),
    { numRuns: 150000 },
  );
  expect(kept).toBeGreaterThan(100);
}, 900_000);

test('whatever tabs write, let go and read again, what they show is what the server holds', async () => {
  let read = 0;
  await fc.assert(
    fc.asyncProperty(scripts, async (script) => {
      const twin = new ChannelTwin();
      const cache = await disk();
      const tabs = [new Tab(twin, cache), new Tab(twin, cache)];
      for (const action of script) {
        if (action.do === 'change') twin.change(action.change);
        else await run(action, tabs[action.tab]!);
      }
      for (const each of tabs) {
        each.deliver(Infinity);
        expectTruth(each.state, twin);
        if (await each.open()) read += 1;
        expectTruth(each.state, twin);
      }
      cache.close();
    }),
    { numRuns: 150000 },
  );
  expect(read).toBeGreaterThan(40);
}, 900_000);
