/** What can be done by writing it, and whether more words are wanted behind it. */
export const slashes = [
  { name: 'active', wants: 'nothing' },
  { name: 'away', wants: 'nothing' },
  { name: 'dnd', wants: 'words' },
  { name: 'invite', wants: 'words' },
  { name: 'leave', wants: 'nothing' },
  { name: 'me', wants: 'words' },
  { name: 'msg', wants: 'words' },
  { name: 'mute', wants: 'nothing' },
  { name: 'remind', wants: 'words' },
  { name: 'search', wants: 'words' },
  { name: 'shrug', wants: 'words' },
  { name: 'status', wants: 'words' },
  { name: 'topic', wants: 'words' },
  { name: 'who', wants: 'nothing' },
] as const;

export type Slash = (typeof slashes)[number];
export type SlashName = Slash['name'];

/** The command that a text begins with, and what stands behind it; anything else is a message. */
export function slashOf(text: string): { name: SlashName; rest: string } | undefined {
  const [, typed, rest = ''] = /^\/([a-z]+)(?:\s+([^]*))?$/.exec(text) ?? [];
  const found = slashes.find(({ name }) => name === typed);
  return found && { name: found.name, rest: rest.trim() };
}
