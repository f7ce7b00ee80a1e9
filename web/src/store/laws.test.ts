import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import type {
  BootAnswer,
  Emoji,
  EventFrame,
  HistoryAnswer,
  ThreadMarker,
  Usergroup,
} from '../protocol/generated';
import { takeAnswer } from './answers';
import { apply } from './apply';
import { channelOf } from './places';
import { findMessage } from './segments';
import { emptyState, type WorkspaceState } from './state';

/** What `LawTest` saw of one call, by the name of who saw it. */
interface Law {
  method: string;
  views: Record<string, { before: Snapshot; events: EventFrame[]; after: Snapshot }>;
}

interface Snapshot {
  boot: BootAnswer;
  histories: Record<string, HistoryAnswer>;
  emoji: Emoji[];
  usergroups: Usergroup[];
  threads: ThreadMarker[];
  stars: { channel: string; ts?: string; date_create: number }[];
}

const folder = fileURLToPath(new URL('../../../server/src/test/resources/laws/', import.meta.url));
const laws = readdirSync(folder).map((file) => {
  const law = JSON.parse(readFileSync(folder + file, 'utf8')) as Law;
  return { name: file.replace(/\.json$/, ''), ...law };
});

function loaded({ boot, histories, emoji, usergroups, threads, stars }: Snapshot): WorkspaceState {
  const empty = emptyState(boot.team, boot.self.id);
  const bare = takeAnswer(empty, { type: 'boot', answer: boot }, 0).state;
  const named = takeAnswer(bare, { type: 'emoji', emoji, asked: {} }, 0).state;
  const grouped = takeAnswer(named, { type: 'groups', groups: usergroups, asked: {} }, 0).state;
  const items = stars.map(({ ts, ...star }) => ({ ...star, ...(ts && { message: { ts } }) }));
  const saved = takeAnswer(grouped, { type: 'stars', items, asked: {} }, 0).state;
  const booted = takeAnswer(saved, { type: 'threads', threads }, 0).state;
  return Object.entries(histories).reduce(
    (state, [channel, answer]) => takeAnswer(state, { type: 'page', channel, answer }, 0).state,
    booted,
  );
}

function heard(state: WorkspaceState, events: readonly EventFrame[]): WorkspaceState {
  return events.reduce((now, event) => {
    const { state: next, signals } = apply(now, event, 0);
    expect(signals.filter(({ type }) => type === 'gap')).toEqual([]);
    return next;
  }, state);
}

/**
 * What is shown. Not in a snapshot: whom not to disturb (`dnd`, told by events alone), what one has
 * begun to write (it lies in the book of drafts, `draftSync.test.ts`), how counts
 * were put together (`ledger`), where the own stream stood when something was said (`heard`,
 * `stands`), and how fresh each message is (`at`, `recent`).
 */
function shown({ self, team, positions, people, ...state }: WorkspaceState) {
  const conversations = Object.entries(state.conversations).map(([id, held]) => {
    const { ledger, stands, ...conversation } = held;
    return [id, { ...conversation, position: positions[id] }] as const;
  });
  const histories = Object.entries(state.histories).map(([id, { segments, stale }]) => {
    const runs = segments.map(({ messages, ...segment }) => ({
      ...segment,
      messages: messages.map(({ at, ...message }) => message),
    }));
    return [id, { stale, segments: runs }] as const;
  });
  const emoji = Object.entries(state.emoji).filter(([, { removed }]) => removed !== true);
  return {
    emoji: Object.fromEntries(emoji),
    groups: state.groups,
    threads: followed(state),
    stars: saved(state),
    self,
    team,
    positions,
    people,
    conversations: Object.fromEntries(conversations),
    histories: Object.fromEntries(histories),
  };
}

/**
 * The threads that one follows and that have replies. Where counts were true (`position`) follows
 * the channel; of a thread whose channel is not read it is not known whether replies are left.
 */
function followed({ threads, histories }: Pick<WorkspaceState, 'threads' | 'histories'>) {
  const markers = Object.values(threads).flatMap(({ marker }) => {
    const { position: _, ...told } = marker;
    const root = findMessage(histories[marker.channel]?.segments ?? [], marker.thread_ts);
    return marker.following && (root?.reply_count ?? 0) > 0 ? [told] : [];
  });
  return new Set(markers);
}

/** What is saved in conversations that one is in: elsewhere nothing of it is shown. */
function saved({ stars, conversations }: Pick<WorkspaceState, 'stars' | 'conversations'>) {
  const held = Object.entries(stars).filter(([place]) => channelOf(place) in conversations);
  return Object.fromEntries(held);
}

/** A page that has just come to a conversation has not loaded its messages yet. */
function known(after: Snapshot, state: WorkspaceState): Snapshot {
  const histories = Object.entries(after.histories).filter(([id]) => id in state.histories);
  return { ...after, histories: Object.fromEntries(histories) };
}

/** The own stream last, which may be wherever no stream begins: streams are not ordered. */
function ownLast(events: readonly EventFrame[], before: WorkspaceState): EventFrame[] {
  const mine = ({ stream }: EventFrame) => stream === before.self;
  if (events.some(({ stream }) => !(stream in before.positions))) return [...events];
  return [...events.filter((event) => !mine(event)), ...events.filter(mine)];
}

describe.each(laws)('$name', ({ views }) => {
  test.each(Object.entries(views))(
    'events make of what %s was shown what a new page would show',
    (_, { before, events, after }) => {
      const start = loaded(before);
      for (const order of [events, ownLast(events, start)]) {
        const state = heard(start, order);
        expect(shown(state)).toEqual(shown(loaded(known(after, state))));
      }
    },
  );
});

test('the server has written down what it says', () => {
  expect(laws.length).toBeGreaterThan(50);
});
