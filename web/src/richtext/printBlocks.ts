import type { Fields } from './blocks';
import type { Block, Inline } from './tree';

/** A tree as the one `rich_text` block of Slack's Block Kit. */
export function printRichText(blocks: readonly Block[]): Fields {
  return { type: 'rich_text', elements: blocks.flatMap((block) => printBlock(block)) };
}

function printBlock(block: Block, border = 0): Fields[] {
  switch (block.kind) {
    case 'paragraph': {
      const type = border === 1 ? 'rich_text_quote' : 'rich_text_section';
      return [{ type, elements: printInlines(block.inlines) }];
    }
    case 'quote':
      return block.blocks.flatMap((inner) => printBlock(inner, 1));
    case 'pre': {
      const { text, language } = block;
      const elements = text === '' ? [] : [{ type: 'text', text }];
      const known = language === undefined ? {} : { language };
      return [{ type: 'rich_text_preformatted', elements, border, ...known }];
    }
    case 'list': {
      const { ordered, depth, start, items } = block;
      const elements = items.map((item) => ({
        type: 'rich_text_section',
        elements: printInlines(item),
      }));
      const style = ordered ? 'ordered' : 'bullet';
      const offset = start > 1 ? { offset: start - 1 } : {};
      return [{ type: 'rich_text_list', style, indent: depth, border, ...offset, elements }];
    }
  }
}

function printInlines(inlines: readonly Inline[]): Fields[] {
  return inlines.map((inline) => {
    const style = inline.style === undefined ? {} : { style: inline.style };
    return { ...printLeaf(inline), ...style };
  });
}

function printLeaf(inline: Inline): Fields {
  switch (inline.kind) {
    case 'text':
      return { type: 'text', text: inline.text };
    case 'link':
      return { type: 'link', url: inline.url, text: inline.text };
    case 'person':
      return { type: 'user', user_id: inline.user };
    case 'group':
      return { type: 'usergroup', usergroup_id: inline.group };
    case 'channel':
      return { type: 'channel', channel_id: inline.channel };
    case 'broadcast':
      return { type: 'broadcast', range: inline.range };
    case 'emoji':
      return { type: 'emoji', name: inline.name };
  }
}
