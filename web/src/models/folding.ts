import type { Message } from '../protocol/generated';
import { isRich, treeOf, type Written } from '../richtext/cache';
import type { Block, Inline } from '../richtext/tree';
import { wordsOf } from './authors';

/** A message of more lines than this is folded. */
export const mostLines = 40;
/** So many lines of it are shown then. */
export const foldedLines = 32;
/** Code of more lines than this is folded by itself. */
export const mostCodeLines = 24;

const charactersPerLine = 95;
/** About as wide as a name or an emoji. */
const emojiWide = '0'.repeat(8);

/** About how many lines a text takes at the width of a message. */
export function linesOfText(text: string): number {
  let lines = 0;
  for (const each of text.split('\n'))
    lines += Math.max(1, Math.ceil(each.length / charactersPerLine));
  return lines;
}

type Said = Pick<Message, 'text' | 'attachments'> & Pick<Written, 'blocks'>;

/** Whether a message is so long that only its beginning is shown at first. */
export function isLong(message: Said): boolean {
  const { blocks = [], attachments = [] } = message;
  const attached = attachments.length === 0 ? 0 : linesOfText(wordsOf({ text: '', attachments }));
  if (!isRich(blocks)) return attached + blocks.length + linesOfText(message.text) > mostLines;
  // What has few lines before it is parsed has no more of them afterwards.
  if (attached + linesOfText(message.text) <= mostLines) return false;
  return attached + sum(treeOf(message).map(linesOfBlock)) > mostLines;
}

function linesOfBlock(block: Block): number {
  switch (block.kind) {
    case 'paragraph':
      return linesOfInlines(block.inlines);
    case 'quote':
      return sum(block.blocks.map(linesOfBlock));
    case 'pre':
      return Math.min(block.text.split('\n').length, mostCodeLines);
    case 'list':
      return sum(block.items.map(linesOfInlines));
  }
}

function linesOfInlines(inlines: readonly Inline[]): number {
  return linesOfText(inlines.map((each) => ('text' in each ? each.text : emojiWide)).join(''));
}

function sum(counts: readonly number[]): number {
  return counts.reduce((all, count) => all + count, 0);
}
