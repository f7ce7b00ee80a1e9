import type { Emoji } from '../protocol/generated';
import type { WorkspaceState } from './state';

/** The workspace's own emoji by their id; those that were removed stay as such. */
export type EmojiBook = Readonly<Record<string, Emoji>>;

/** After an event: it carries the emoji as it is. */
export function withEmoji(state: WorkspaceState, emoji: Emoji): WorkspaceState {
  return { ...state, emoji: { ...state.emoji, [emoji.id]: emoji } };
}

/** After the list was read: it is all there is, but for what events said since it was asked for. */
export function withEmojiList(
  state: WorkspaceState,
  list: readonly Emoji[],
  asked: EmojiBook,
): WorkspaceState {
  const read = list.map((emoji) => [emoji.id, emoji] as const);
  const since = Object.entries(state.emoji).filter(([id, emoji]) => asked[id] !== emoji);
  return { ...state, emoji: Object.fromEntries([...read, ...since]) };
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
