import type { Json } from '../protocol/generated';
import { printRichText } from './printBlocks';
import { encodeDraft, type Draft } from './draft';
import { exceedsMrkdwn, printMrkdwn } from './mrkdwn';
import { settle } from './settle';
import type { Block, Inline } from './tree';

/** A message as it is sent: words, and a block if they do not say all of it. */
export interface Wire {
  text: string;
  blocks?: Json[];
}

/** @param plain signs mean to readers what they mean in mrkdwn */
export function outgoing(draft: Draft, plain = false): Wire {
  if (plain || draft.tree === undefined) return { text: encodeDraft(draft).trim() };
  const tree = trimmed(draft.tree);
  const text = printMrkdwn(tree);
  return exceedsMrkdwn(tree) ? { text, blocks: [printRichText(tree)] } : { text };
}

/** Without empty lines and spaces around it. */
function trimmed(blocks: readonly Block[]): Block[] {
  const all = [...blocks];
  const first = all[0];
  if (first?.kind === 'paragraph') all[0] = { ...first, inlines: trimStart(first.inlines) };
  const last = all.at(-1);
  if (last?.kind === 'paragraph') all.splice(-1, 1, { ...last, inlines: trimEnd(last.inlines) });
  if (last?.kind === 'list') all.splice(-1, 1, { ...last, items: spoken(last.items) });
  return settle(all);
}

function trimStart(inlines: readonly Inline[]): Inline[] {
  const [first, ...rest] = inlines;
  if (first?.kind !== 'text') return [...inlines];
  const text = first.text.trimStart();
  return text === '' ? trimStart(rest) : [{ ...first, text }, ...rest];
}

function trimEnd(inlines: readonly Inline[]): Inline[] {
  const last = inlines.at(-1);
  if (last?.kind !== 'text') return [...inlines];
  const text = last.text.trimEnd();
  const rest = inlines.slice(0, -1);
  return text === '' ? trimEnd(rest) : [...rest, { ...last, text }];
}

/** Without the items that were not begun at the end. */
function spoken(items: readonly Inline[][]): Inline[][] {
  const end = items.findLastIndex((item) => item.length > 0);
  return items.slice(0, end + 1);
}
