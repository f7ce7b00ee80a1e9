import type { ChannelId, HistoryAnswer, Offset, Ts } from '../protocol/generated';
import { withThreadAnswer } from './followed';
import { takePage } from './messages';
import { withPeople } from './people';
import { inAll, placeOf, threadOf, type Place } from './places';
import type { Segments } from './segments';
import {
  newHistory,
  without,
  type History,
  type Load,
  type LoadSide,
  type WorkspaceState,
} from './state';

const threadsKept = 40;

interface PageInput {
  channel: ChannelId;
  thread?: Ts | undefined;
  answer: HistoryAnswer;
  after?: Ts | undefined;
  before?: Ts | undefined;
}

interface LoadInput {
  channel: ChannelId;
  thread?: Ts | undefined;
  side: LoadSide;
  load: Load | undefined;
}

/** A run of messages of a conversation, or of a thread, as it stood at one position. */
export function takeHistory(state: WorkspaceState, input: PageInput): WorkspaceState {
  const { channel, thread, answer, after, before } = input;
  if (state.conversations[channel] === undefined) return state;
  const place = placeOf(channel, thread);
  const history = state.histories[place] ?? newHistory(state.positions[channel] ?? 0);
  const taken = takePage(history, place, {
    messages: answer.messages,
    position: answer.position,
    hasOlder: answer.has_more_before,
    live: !answer.has_more_after,
    after,
    before,
  });
  if (taken === undefined) return state;
  const next = {
    ...state,
    people: withPeople(state.people, answer.users),
    histories: { ...state.histories, [place]: taken },
  };
  return answer.thread === undefined ? next : withThreadAnswer(next, answer.thread);
}

interface KeptInput {
  channel: ChannelId;
  segments: Segments;
  position: Offset;
}

/** What the disk had of a conversation's messages, unless too much has happened since. */
export function takeKept(state: WorkspaceState, input: KeptInput): WorkspaceState {
  const { channel, segments, position } = input;
  if (state.conversations[channel] === undefined) return state;
  const history = state.histories[channel] ?? newHistory(state.positions[channel] ?? 0);
  const taken = segments.reduce<History>(
    (held, segment) => takePage(held, channel, { ...segment, position }) ?? held,
    history,
  );
  return taken === history
    ? state
    : { ...state, histories: { ...state.histories, [channel]: taken } };
}

/** What is being fetched; from then on events are remembered, as the answer may be older. */
export function withLoad(state: WorkspaceState, input: LoadInput): WorkspaceState {
  const { channel, thread, side, load } = input;
  const place = placeOf(channel, thread);
  const loads = { ...state.loads, [place]: { ...state.loads[place], [side]: load } };
  if (load !== 'loading' || state.histories[place] !== undefined) return { ...state, loads };
  const history = newHistory(state.positions[channel] ?? 0);
  const next = { ...state, loads, histories: { ...state.histories, [place]: history } };
  return thread === undefined ? next : withinThreads(next);
}

/** Changes the runs of a conversation and of its threads. */
export function changeRuns(
  state: WorkspaceState,
  channel: ChannelId,
  change: (segments: Segments, place: Place) => Segments,
): WorkspaceState {
  const histories = inAll(state.histories, channel, (history, place) => {
    const segments = change(history.segments, place);
    return segments === history.segments ? history : { ...history, segments };
  });
  return histories === state.histories ? state : { ...state, histories };
}

/** Threads that were opened long ago are read anew when they are opened again. */
function withinThreads(state: WorkspaceState): WorkspaceState {
  const threads = Object.keys(state.histories).filter((place) => threadOf(place) !== undefined);
  if (threads.length <= threadsKept) return state;
  const histories = threads.slice(0, -threadsKept).reduce(without, state.histories);
  return { ...state, histories };
}
