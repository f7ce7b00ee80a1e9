import { parseMrkdwn } from './parse';
import type { Block } from './tree';

const most = 2000;
const trees = new Map<string, Block[]>();

/** The tree of a text, parsed once while it is in use. */
export function treeOf(text: string): Block[] {
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
