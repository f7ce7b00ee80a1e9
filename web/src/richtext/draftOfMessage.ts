import { isRich, treeOf, type Written } from './cache';
import { decodeDraft, type Draft } from './draft';

/** A message that was written, to be changed. */
export function draftOfMessage(
  { text, blocks = [] }: Written,
  nameOf: (user: string) => string,
): Draft {
  const draft = decodeDraft(text, nameOf);
  return blocks.length > 0 && isRich(blocks) ? { ...draft, tree: treeOf({ text, blocks }) } : draft;
}
