import type { Names } from './plain';
import type { Block, Inline } from './tree';

/** Whether a message is meant for a person: by name, by a group, or for everybody who is there. */
export function mentionsPerson(blocks: readonly Block[], self: string, names: Names): boolean {
  return [...inlinesOf(blocks)].some((inline) => {
    if (inline.kind === 'group') return names.group(inline.group)?.isOwn === true;
    return inline.kind === 'broadcast' || (inline.kind === 'person' && inline.user === self);
  });
}

/** Whom a text names as it travels, each once. */
export function mentionedIn(text: string): string[] {
  return [...new Set([...text.matchAll(/<@([UW]\w+)/g)].map(([, id = '']) => id))];
}

/** All inline pieces of a message in order. */
export function* inlinesOf(blocks: readonly Block[]): Generator<Inline> {
  for (const block of blocks) {
    switch (block.kind) {
      case 'paragraph':
        yield* block.inlines;
        break;
      case 'quote':
        yield* inlinesOf(block.blocks);
        break;
      case 'list':
        for (const item of block.items) yield* item;
        break;
      case 'pre':
        break;
    }
  }
}
