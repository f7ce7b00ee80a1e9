import type {
  ChannelEvent,
  ChannelId,
  StarAddedEvent,
  StarRemovedEvent,
  Ts,
} from '../protocol/generated';
import { placeOf, threadOf, type Place } from './places';
import { without, type Op, type WorkspaceState } from './state';

/** What the person saved for later, and when (seconds): messages (`C1/1700000000.000001`), and conversations as a whole (`C1`). */
export type Stars = Readonly<Record<Place, number>>;

/** One thing of `stars.list`. */
export interface StarItem {
  channel: ChannelId;
  message?: { ts: Ts };
  date_create: number;
}

export function withStarEvent(
  state: WorkspaceState,
  event: StarAddedEvent | StarRemovedEvent,
): WorkspaceState {
  const place = placeOf(event.channel, event.ts);
  const stars =
    event.type === 'star_added'
      ? { ...state.stars, [place]: event.date_create }
      : without(state.stars, place);
  return { ...state, stars };
}

/** What is saved goes with the message. */
export function withoutStarOf(state: WorkspaceState, event: ChannelEvent): WorkspaceState {
  if (event.type !== 'message_deleted') return state;
  const stars = without(state.stars, placeOf(event.channel, event.ts));
  return stars === state.stars ? state : { ...state, stars };
}

/** After the list was read: it is all there is, but for what events said since it was asked for. */
export function withStarList(
  state: WorkspaceState,
  items: readonly StarItem[],
  asked: Stars,
): WorkspaceState {
  const stars: Record<Place, number> = {};
  for (const { channel, message, date_create } of items) {
    stars[placeOf(channel, message?.ts)] = date_create;
  }
  for (const place of new Set([...Object.keys(asked), ...Object.keys(state.stars)])) {
    const now = state.stars[place];
    if (now === asked[place]) continue;
    if (now === undefined) Reflect.deleteProperty(stars, place);
    else stars[place] = now;
  }
  return { ...state, stars };
}

/** Whether something is saved, with what this page did but the server has not confirmed. */
export function isStarred(
  { stars, ops }: Pick<WorkspaceState, 'stars' | 'ops'>,
  channel: ChannelId,
  ts?: Ts,
): boolean {
  const op = ops.findLast(
    (each) => each.kind === 'star' && each.channel === channel && each.ts === (ts ?? ''),
  );
  return op?.kind === 'star' ? op.on : placeOf(channel, ts) in stars;
}

/** The conversations that are starred as a whole, with what this page did. */
export function starredOf(stars: Stars, ops: readonly Op[]): ReadonlySet<ChannelId> {
  const starred = new Set(Object.keys(stars).filter((place) => threadOf(place) === undefined));
  for (const op of ops) {
    if (op.kind !== 'star' || op.ts !== '') continue;
    if (op.on) starred.add(op.channel);
    else starred.delete(op.channel);
  }
  return starred;
}
