import type { Emoji } from '../protocol/generated';
import { readAnew } from './readAnew';
import type { WorkspaceState } from './state';

/** The workspace's own emoji by their id; those that were removed stay as such. */
export type EmojiBook = Readonly<Record<string, Emoji>>;

/** After an event: it carries the emoji as it is. */
export function withEmoji(state: WorkspaceState, emoji: Emoji): WorkspaceState {
  return { ...state, emoji: { ...state.emoji, [emoji.id]: emoji } };
}

export function withEmojiList(
  state: WorkspaceState,
  list: readonly Emoji[],
  asked: EmojiBook,
): WorkspaceState {
  return { ...state, emoji: readAnew(list, state.emoji, asked) };
}

/** By name, where the picture of each is. Another name of an own emoji has that one's picture. */
export function picturesOf(book: EmojiBook): ReadonlyMap<string, string> {
  const present = Object.values(book).filter(({ removed }) => removed !== true);
  const pictures = new Map<string, string>();
  for (const { name, path } of present) if (path !== undefined) pictures.set(name, path);
  for (const { name, alias_for: original } of present) {
    const path = original === undefined ? undefined : pictures.get(original);
    if (path !== undefined) pictures.set(name, path);
  }
  return pictures;
}
