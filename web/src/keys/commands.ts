import type { TextId } from '../i18n/en';

/** Where a command listens: anywhere, at a message that has the focus, or in the composer. */
export type Scope = 'anywhere' | 'message' | 'composer';

export interface Command {
  id: string;
  text: TextId;
  scope: Scope;
  /**
   * The first is shown; none: chosen in menus and the jump list alone. A single character acts only at a message that has the focus, whatever
   * the scope, and can be switched off; two with a space are pressed one after the other.
   */
  keys: readonly string[];
  /** Its handler stands with what it acts on, not with the dispatcher: here it is told of. */
  local?: true;
}

/** Every command that has keys: for the dispatcher, menus, tooltips, the help and the jump list. */
export const commands = [
  { id: 'jump', text: 'keys.jump', scope: 'anywhere', keys: ['Mod+K'] },
  { id: 'find', text: 'keys.search.here', scope: 'anywhere', keys: ['Mod+F'] },
  { id: 'search', text: 'keys.search', scope: 'anywhere', keys: ['Mod+G'] },
  { id: 'next', text: 'keys.next', scope: 'anywhere', keys: ['Alt+ArrowDown'] },
  { id: 'previous', text: 'keys.previous', scope: 'anywhere', keys: ['Alt+ArrowUp'] },
  { id: 'nextUnread', text: 'keys.nextUnread', scope: 'anywhere', keys: ['Alt+Shift+ArrowDown'] },
  {
    id: 'previousUnread',
    text: 'keys.previousUnread',
    scope: 'anywhere',
    keys: ['Alt+Shift+ArrowUp'],
  },
  { id: 'browse', text: 'keys.browse', scope: 'anywhere', keys: ['Mod+Shift+L', 'G B'] },
  { id: 'create', text: 'sidebar.create', scope: 'anywhere', keys: [] },
  { id: 'message', text: 'sidebar.message', scope: 'anywhere', keys: [] },
  { id: 'preferences', text: 'sidebar.preferences', scope: 'anywhere', keys: [] },
  { id: 'signOut', text: 'sidebar.signout', scope: 'anywhere', keys: [] },
  { id: 'threads', text: 'keys.threads', scope: 'anywhere', keys: ['Mod+Shift+Y', 'G T'] },
  { id: 'unreads', text: 'keys.unreads', scope: 'anywhere', keys: ['Mod+Shift+A', 'G U'] },
  { id: 'later', text: 'sidebar.later', scope: 'anywhere', keys: ['Mod+Shift+S', 'G L'] },
  { id: 'drafts', text: 'keys.drafts', scope: 'anywhere', keys: ['G D'] },
  { id: 'people', text: 'keys.people', scope: 'anywhere', keys: [] },
  { id: 'sidebar', text: 'keys.sidebar', scope: 'anywhere', keys: ['Mod+Shift+D'] },
  { id: 'pane', text: 'keys.pane', scope: 'anywhere', keys: ['Mod+.'] },
  { id: 'nextRegion', text: 'keys.nextRegion', scope: 'anywhere', keys: ['Mod+F6'] },
  { id: 'previousRegion', text: 'keys.previousRegion', scope: 'anywhere', keys: ['Mod+Shift+F6'] },
  { id: 'leave', text: 'keys.leave', scope: 'anywhere', keys: ['Escape'] },
  { id: 'readAll', text: 'keys.readAll', scope: 'anywhere', keys: ['Shift+Escape'] },
  { id: 'help', text: 'keys.help', scope: 'anywhere', keys: ['Mod+/', '?'] },

  { id: 'up', text: 'keys.up', scope: 'message', keys: ['ArrowUp'], local: true },
  { id: 'down', text: 'keys.down', scope: 'message', keys: ['ArrowDown'], local: true },
  { id: 'first', text: 'keys.first', scope: 'message', keys: ['Home'], local: true },
  { id: 'last', text: 'keys.last', scope: 'message', keys: ['End'], local: true },
  { id: 'pageUp', text: 'keys.pageUp', scope: 'message', keys: ['PageUp'], local: true },
  { id: 'pageDown', text: 'keys.pageDown', scope: 'message', keys: ['PageDown'], local: true },
  { id: 'actions', text: 'keys.actions', scope: 'message', keys: ['Enter'] },
  { id: 'card', text: 'keys.card', scope: 'message', keys: ['Space'], local: true },
  { id: 'thread', text: 'keys.thread', scope: 'message', keys: ['T', 'ArrowRight'] },
  { id: 'react', text: 'keys.react', scope: 'message', keys: ['R'] },
  { id: 'react1', text: 'keys.react1', scope: 'message', keys: ['1'] },
  { id: 'react2', text: 'keys.react2', scope: 'message', keys: ['2'] },
  { id: 'react3', text: 'keys.react3', scope: 'message', keys: ['3'] },
  { id: 'edit', text: 'keys.edit', scope: 'message', keys: ['E'] },
  { id: 'delete', text: 'keys.delete', scope: 'message', keys: ['Delete'] },
  { id: 'save', text: 'keys.save', scope: 'message', keys: ['A'] },
  { id: 'pin', text: 'keys.pin', scope: 'message', keys: ['P'] },
  { id: 'markUnread', text: 'keys.markUnread', scope: 'message', keys: ['U'] },
  { id: 'copyText', text: 'keys.copyText', scope: 'message', keys: ['C'] },
  { id: 'copyLink', text: 'keys.copyLink', scope: 'message', keys: ['L'] },

  { id: 'editLast', text: 'keys.editLast', scope: 'composer', keys: ['ArrowUp'], local: true },
  { id: 'bold', text: 'keys.bold', scope: 'composer', keys: ['Mod+B'], local: true },
  { id: 'italic', text: 'keys.italic', scope: 'composer', keys: ['Mod+I'], local: true },
  { id: 'strike', text: 'keys.strike', scope: 'composer', keys: ['Mod+Shift+X'], local: true },
  { id: 'code', text: 'keys.code', scope: 'composer', keys: ['Mod+E'], local: true },
  { id: 'numbers', text: 'keys.numbers', scope: 'composer', keys: ['Mod+Shift+7'], local: true },
  { id: 'bullets', text: 'keys.bullets', scope: 'composer', keys: ['Mod+Shift+8'], local: true },
  { id: 'quote', text: 'keys.quote', scope: 'composer', keys: ['Mod+Shift+9'], local: true },
  { id: 'link', text: 'keys.link', scope: 'composer', keys: ['Mod+Shift+U'], local: true },
  { id: 'toMessages', text: 'keys.toMessages', scope: 'composer', keys: ['Mod+ArrowUp'] },
] as const satisfies readonly Command[];

/** What makes sense to choose from a list: not what only moves the focus or closes. */
const unlisted: readonly string[] = ['jump', 'nextRegion', 'previousRegion', 'leave'];

export function isListed({ id, scope }: Command): boolean {
  return scope === 'anywhere' && !unlisted.includes(id);
}

export type CommandId = (typeof commands)[number]['id'];

export function commandOf(id: CommandId): Command {
  const found: Command | undefined = commands.find((each) => each.id === id);
  if (found === undefined) throw new Error(`no command ${id} (expected: one of the table)`);
  return found;
}

/** The keys that are shown for a command. */
export function keysOf(id: CommandId): string {
  return commandOf(id).keys[0] ?? '';
}
