import { emojiOf } from './emoji';
import type { Block, Inline } from './tree';

export interface Names {
  person: (user: string) => string;
  channel: (channel: string) => string;
  /** Where the picture of one of the workspace's own emoji is. */
  emoji: (name: string) => string | undefined;
  /** By which name a group is mentioned, and whether the reader is in it. */
  group: (group: string) => { handle: string; isOwn: boolean } | undefined;
}

/** `@handle` of a group; nothing if it is not known. */
export function groupName(
  { group, label }: { group: string; label?: string | undefined },
  names: Names,
): string | undefined {
  const handle = names.group(group)?.handle;
  return handle === undefined ? label : `@${handle}`;
}

/** A message as words alone: for announcements, labels and copying. */
export function plainText(blocks: readonly Block[], names: Names): string {
  return blocks.map((block) => plainBlock(block, names)).join('\n');
}

function plainBlock(block: Block, names: Names): string {
  switch (block.kind) {
    case 'paragraph':
      return plainInlines(block.inlines, names);
    case 'quote':
      return plainText(block.blocks, names);
    case 'pre':
      return block.text;
    case 'list': {
      const lead = '    '.repeat(block.depth);
      return block.items
        .map((item, at) => {
          const sign = block.ordered ? `${block.start + at}.` : '•';
          return `${lead}${sign} ${plainInlines(item, names)}`;
        })
        .join('\n');
    }
  }
}

function plainInlines(inlines: readonly Inline[], names: Names): string {
  return inlines.map((inline) => plainInline(inline, names)).join('');
}

function plainInline(inline: Inline, names: Names): string {
  switch (inline.kind) {
    case 'text':
    case 'link':
      return inline.text;
    case 'person':
      return `@${names.person(inline.user)}`;
    case 'group':
      return groupName(inline, names) ?? '@group';
    case 'channel':
      return `#${inline.label ?? names.channel(inline.channel)}`;
    case 'broadcast':
      return `@${inline.range}`;
    case 'emoji':
      return emojiOf(inline.name) ?? `:${inline.name}:`;
  }
}

/** No emoji begins with that; most texts do, and the table of all emoji takes long to make ready. */
const startsWithWord = /^\s*[A-Za-z]/;

/** One to nine emoji and nothing else are shown large. */
export function isEmojiOnly(blocks: readonly Block[]): boolean {
  const [block] = blocks;
  if (blocks.length !== 1 || block?.kind !== 'paragraph') return false;
  let count = 0;
  for (const inline of block.inlines) {
    if (inline.kind === 'emoji' && emojiOf(inline.name) !== undefined) count += 1;
    else if (inline.kind === 'text' && inline.style?.code !== true) {
      if (startsWithWord.test(inline.text)) return false;
      const glyphs = inline.text.match(/\p{RGI_Emoji}/gv) ?? [];
      if (inline.text.replace(/\p{RGI_Emoji}/gv, '').trim() !== '') return false;
      count += glyphs.length;
    } else return false;
  }
  return count > 0 && count <= 9;
}
