import type { Block, Inline } from './tree';

/** Whether a message is meant for a person: by name, or for everybody in the conversation. */
export function mentionsPerson(blocks: readonly Block[], self: string): boolean {
  return blocks.some((block) => {
    if (block.kind === 'pre') return false;
    if (block.kind === 'quote') return mentionsPerson(block.blocks, self);
    return inlinesMention(block.inlines, self);
  });
}

function inlinesMention(inlines: readonly Inline[], self: string): boolean {
  return inlines.some((inline) => {
    if (inline.kind === 'person') return inline.user === self;
    if (inline.kind === 'broadcast') return true;
    return 'inlines' in inline && inlinesMention(inline.inlines, self);
  });
}
