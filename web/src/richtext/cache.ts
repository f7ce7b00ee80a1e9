import type { Json } from '../protocol/generated';
import { fieldsOf, parseRichText } from './blocks';
import { parseMrkdwn } from './parse';
import type { Block } from './tree';

const most = 2000;
const trees = new Map<string, Block[]>();
const ofBlocks = new WeakMap<readonly Json[], Block[]>();

/** What people write: a text, and blocks where the text cannot say it. */
export interface Written {
  text: string;
  blocks?: readonly Json[] | undefined;
}

/** The tree of what somebody wrote, parsed once while it is in use. */
export function treeOf({ text, blocks }: Written): Block[] {
  const [only] = blocks ?? [];
  if (blocks === undefined || only === undefined || !isRich(blocks)) return treeOfText(text);
  const known = ofBlocks.get(blocks);
  if (known !== undefined) return known;
  const tree = blocks.flatMap(parseRichText);
  ofBlocks.set(blocks, tree);
  return tree;
}

/** Whether blocks are a rich text and nothing else. */
export function isRich(blocks: readonly Json[]): boolean {
  return blocks.every((block) => fieldsOf(block).type === 'rich_text');
}

export function treeOfText(text: string): Block[] {
  const known = trees.get(text);
  if (known !== undefined) return known;
  if (trees.size >= most) {
    const oldest = trees.keys().next().value;
    if (oldest !== undefined) trees.delete(oldest);
  }
  const tree = parseMrkdwn(text);
  trees.set(text, tree);
  return tree;
}
