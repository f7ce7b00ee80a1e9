import type {
  BootAnswer,
  ChannelId,
  Emoji,
  HistoryAnswer,
  Message,
  Offset,
  Person,
  ResumeAnswer,
  ThreadMarker,
  Ts,
  WireConversation,
  Usergroup,
} from '../protocol/generated';
import { join, leave } from './apply';
import { bounded, placeMost } from './bounded';
import type { Applied, Signal } from './signals';
import { countsIn, hold, takeCounts } from './counts';
import { withThreadAnswer } from './followed';
import { withEmojiList, type EmojiBook } from './emoji';
import { withGroupList, type GroupBook } from './groups';
import { takeHistory, takeKept, withLoad, changeRuns } from './pages';
import { dropOp, settleReads } from './ops';
import { personOf, withPeople } from './people';
import { placeOf, standsIn } from './places';
import { findMessage, place, remove, revise, type Segments } from './segments';
import {
  outdate,
  withConversation,
  type Load,
  type LoadSide,
  type Op,
  type WorkspaceState,
} from './state';
import { withStarList, type StarItem, type Stars } from './stars';
import { millisOf } from './ts';

/** What calls answered: enters the same inbox as the frames, so that order is kept. */
export type Answer =
  | { type: 'boot'; answer: BootAnswer }
  | {
      type: 'page';
      channel: ChannelId;
      thread?: Ts | undefined;
      answer: HistoryAnswer;
      after?: Ts;
      before?: Ts;
    }
  /** What the disk had. */
  | { type: 'kept'; channel: ChannelId; segments: Segments; position: Offset }
  /** `asked` is the position of the own stream at which the question was put. */
  | { type: 'fresh'; answer: ResumeAnswer; asked: Offset }
  | { type: 'emoji'; emoji: readonly Emoji[]; asked: EmojiBook }
  | { type: 'groups'; groups: readonly Usergroup[]; asked: GroupBook }
  | { type: 'dnd'; statuses: WorkspaceState['dnd']; asked: WorkspaceState['dnd'] }
  | { type: 'people'; people: readonly Person[]; all?: true }
  | { type: 'stars'; items: readonly StarItem[]; asked: Stars }
  | {
      type: 'load';
      channel: ChannelId;
      thread?: Ts | undefined;
      side: LoadSide;
      load: Load | undefined;
    }
  | { type: 'threads'; threads: readonly ThreadMarker[] }
  | { type: 'posted'; channel: ChannelId; message: Message }
  | { type: 'erased'; channel: ChannelId; ts: Ts }
  | { type: 'edited'; message: Message; op: Op }
  | {
      type: 'trim';
      channel: ChannelId;
      thread?: Ts | undefined;
      /** What is read, if that is not the newest message. */
      eye: Ts | undefined;
    }
  | { type: 'quiet'; now: number };

export function takeAnswer(state: WorkspaceState, input: Answer, now: number): Applied {
  switch (input.type) {
    case 'boot':
      return only(boot(state, input.answer, now));
    case 'page':
      return only(takeHistory(state, input));
    case 'kept':
      return only(takeKept(state, input));
    case 'fresh':
      return fresh(state, input.answer, input.asked);
    case 'emoji':
      return only(withEmojiList(state, input.emoji, input.asked));
    case 'groups':
      return only(withGroupList(state, input.groups, input.asked));
    case 'stars':
      return only(withStarList(state, input.items, input.asked));
    case 'dnd': {
      // An event that came meanwhile knows better.
      const told = Object.entries(input.statuses).filter(
        ([user]) => state.dnd[user] === input.asked[user],
      );
      return only({ ...state, dnd: { ...state.dnd, ...Object.fromEntries(told) } });
    }
    case 'people':
      return only({
        ...state,
        people: withPeople(state.people, input.people),
        allPeople: state.allPeople || input.all === true,
      });
    case 'load':
      return only(withLoad(state, input));
    case 'threads':
      return only(input.threads.reduce(withThreadAnswer, state));
    case 'posted':
      return only(
        changeRuns(state, input.channel, (s, where) =>
          standsIn(where, input.message) ? place(s, { ...input.message, at: 0 }) : s,
        ),
      );
    case 'edited':
      return only(
        dropOp(
          changeRuns(state, input.op.channel, (s) => revise(s, input.message)),
          input.op,
        ),
      );
    case 'erased':
      return only(
        changeRuns(state, input.channel, (s) =>
          hasReplies(s, input.ts) ? s : remove(s, input.ts, Number.MAX_SAFE_INTEGER),
        ),
      );
    case 'trim':
      return only(
        changeRuns(state, input.channel, (s, where) =>
          where === placeOf(input.channel, input.thread) ? bounded(s, input.eye, placeMost) : s,
        ),
      );
    case 'quiet':
      return only(withoutOldTyping(state, input.now));
    default:
      return only(state);
  }
}

function boot(state: WorkspaceState, answer: BootAnswer, now: number): WorkspaceState {
  const positions = { ...answer.positions };
  for (const channel of answer.channels) positions[channel.id] = channel.position;
  return {
    ...state,
    self: answer.self.id,
    team: answer.team,
    epoch: answer.epoch,
    build: answer.build,
    clockSkewMs: millisOf(answer.time) - now,
    positions,
    conversations: byId(answer.channels.map(hold)),
    heard: {},
    ops: [],
    people: withPeople({}, [personOf(answer.self), ...answer.users]),
    allPeople: false,
    dnd: {},
    active: {},
    histories: {},
    threads: {},
    loads: {},
  };
}

/** The fresh state of streams whose gap could not be filled; who joined or left since asks again. */
function fresh(state: WorkspaceState, answer: ResumeAnswer, asked: Offset): Applied {
  let next: WorkspaceState = { ...state, epoch: answer.epoch };
  const isOld = (stream: string) => (state.heard[stream] ?? 0) > asked;
  const old = [...answer.channels.map(({ id }) => id), ...answer.gone].filter(isOld);
  const signals = old.map((stream): Signal => ({ type: 'unknown', stream }));
  for (const conversation of answer.channels) {
    if (!isOld(conversation.id)) next = refresh(next, conversation, asked);
  }
  for (const stream of answer.gone) {
    if (isOld(stream)) continue;
    const left = leave(next, stream, { kind: 'gone' });
    next = left.state;
    signals.push(...left.signals);
  }
  return { state: next, signals };
}

/** Events that came after the answer was read still count. */
function refresh(
  state: WorkspaceState,
  conversation: WireConversation,
  asked: Offset,
): WorkspaceState {
  const { id, position, message_number, last_ts } = conversation;
  const old = state.conversations[id];
  if (old === undefined) return join(state, conversation);
  const fresh = hold(conversation);
  const later = takeCounts(old, fresh.ledger.base);
  const at = state.positions[id] ?? 0;
  const ahead = at > position;
  const head = ahead && old.message_number >= message_number ? old : { message_number, last_ts };
  const standing = (old.stands ?? 0) > asked ? old : fresh;
  const next = withConversation(state, {
    ...fresh,
    muted: standing.muted,
    closed_ts: standing.closed_ts,
    stands: old.stands,
    ...countsIn(later),
    ledger: later.ledger,
    position: Math.max(old.position, position),
    message_number: head.message_number,
    last_ts: head.last_ts,
  });
  if (at >= position) return settleReads(next, id);
  const moved = { ...next, positions: { ...next.positions, [id]: position } };
  return settleReads(outdate(moved, id, position), id);
}

/** What is left of such a message is told by the event. */
function hasReplies(segments: Segments, ts: Ts): boolean {
  return (findMessage(segments, ts)?.reply_count ?? 0) > 0;
}

function withoutOldTyping(state: WorkspaceState, now: number): WorkspaceState {
  const typing = Object.fromEntries(
    Object.entries(state.typing)
      .map(([channel, users]) => {
        const still = Object.entries(users).filter(([, until]) => until > now);
        return [channel, Object.fromEntries(still)] as const;
      })
      .filter(([, users]) => Object.keys(users).length > 0),
  );
  return { ...state, typing };
}

function byId<T extends { id: string }>(list: readonly T[]): Record<string, T> {
  return Object.fromEntries(list.map((each) => [each.id, each]));
}

function only(state: WorkspaceState): Applied {
  return { state, signals: [] };
}
