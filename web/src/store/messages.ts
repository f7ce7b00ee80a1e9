import type { ChannelEvent, Message, Offset } from '../protocol/generated';
import { findMessage, mergePage, place, type Page } from './segments';
import { standsIn, type Place } from './places';
import { newHistory, type History, type RecentEvent } from './state';
import { rewritten, withoutMessage, withPin, withReaction, withThread } from './threads';

const recentMost = 256;

/** What is held of a place after an event of its conversation's stream. */
export function applyToHistory(
  history: History,
  place: Place,
  event: ChannelEvent,
  offset: Offset,
): History {
  const changed = change(history, place, event, offset);
  const recent = [...history.recent, { offset, event }];
  if (recent.length <= recentMost) return { ...changed, recent };
  return {
    ...changed,
    recent: recent.slice(-recentMost),
    recentFrom: recent.at(-recentMost - 1)?.offset ?? history.recentFrom,
  };
}

/** Takes an answer in; nothing when it is too old to be brought up to the present state. */
export function takePage(history: History, place: Place, page: Page): History | undefined {
  if (page.position < history.recentFrom) return undefined;
  const before = history.stale ? newHistory(history.recentFrom) : history;
  const taken = { ...history, stale: false, segments: mergePage(before.segments, page) };
  return advance(
    taken,
    place,
    history.recent.filter(({ offset }) => offset > page.position),
  );
}

/** What is held, after these events. */
export function advance(history: History, place: Place, events: readonly RecentEvent[]): History {
  return events.reduce((held, { offset, event }) => change(held, place, event, offset), history);
}

function change(history: History, where: Place, event: ChannelEvent, offset: Offset): History {
  switch (event.type) {
    case 'message': {
      const { channel, author_read, everybody, everybody_by, thread, ...message } = event;
      const shown = standsIn(where, message) ? put(history, message, offset) : history;
      return { ...shown, segments: withThread(shown.segments, thread, offset) };
    }
    case 'message_changed': {
      const { message } = event;
      if (!standsIn(where, message)) return history;
      return put(history, rewritten(findMessage(history.segments, message.ts), message), offset);
    }
    case 'message_deleted':
      return { ...history, segments: withoutMessage(history.segments, event, offset) };
    case 'message_superseded':
      return { ...history, segments: withThread(history.segments, event.thread, offset) };
    case 'reaction_added':
    case 'reaction_removed':
      return { ...history, segments: withReaction(history.segments, event, offset) };
    case 'pin_added':
    case 'pin_removed':
      return { ...history, segments: withPin(history.segments, event, offset) };
    case 'member_joined_channel':
    case 'member_left_channel':
    case 'channel_changed':
    case 'bookmark_added':
    case 'bookmark_changed':
    case 'bookmark_removed':
    case 'nothing':
      return history;
    default:
      return history;
  }
}

function put(history: History, message: Message, offset: Offset): History {
  return { ...history, segments: place(history.segments, { ...message, at: offset }) };
}
