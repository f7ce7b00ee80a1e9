import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exceedsMrkdwn, printMrkdwn } from '../../../richtext/mrkdwn';
import { parseMrkdwn } from '../../../richtext/parse';
import { settle, settleInlines } from '../../../richtext/settle';
import type { Block, Inline } from '../../../richtext/tree';
import { trees } from '../../../testing/trees';
import { schema } from './schema';
import { docOf } from './toDoc';
import { treeOfDoc } from './toTree';

type Simple = Exclude<Block, { kind: 'quote' }>;

/** What a document keeps of a tree: breaks have no style, neighbours with one address are one link. */
function lined(blocks: readonly Block[]): Block[] {
  return settle(
    blocks.map((block): Block => {
      if (block.kind === 'quote') return { kind: 'quote', blocks: lined(block.blocks) as Simple[] };
      if (block.kind === 'paragraph') return { ...block, inlines: plainBreaks(block.inlines) };
      if (block.kind === 'list') return { ...block, items: block.items.map(plainBreaks) };
      return block;
    }),
  );
}

function plainBreaks(inlines: readonly Inline[]): Inline[] {
  const split = inlines.flatMap((inline): Inline[] => {
    if (inline.kind !== 'text' || inline.style === undefined) return [inline];
    const { text, ...rest } = inline;
    return text
      .split('\n')
      .flatMap((line, at): Inline[] => [
        ...(at > 0 ? [{ kind: 'text' as const, text: '\n' }] : []),
        { ...rest, text: line },
      ]);
  });
  const joined: Inline[] = [];
  for (const inline of settleInlines(split)) {
    const last = joined.at(-1);
    const goesOn =
      last?.kind === 'link' &&
      inline.kind === 'link' &&
      last.url === inline.url &&
      JSON.stringify(last.style) === JSON.stringify(inline.style);
    if (goesOn) joined[joined.length - 1] = { ...last, text: last.text + inline.text };
    else joined.push(inline);
  }
  return joined;
}

/** Items without words that only hold deeper lists are not told from lists that begin deep. */
function spoken(blocks: readonly Block[]): Block[] {
  return blocks.map((block): Block => {
    if (block.kind === 'quote') return { kind: 'quote', blocks: spoken(block.blocks) as Simple[] };
    if (block.kind !== 'list') return block;
    return { ...block, items: block.items.map((item) => (item.length > 0 ? item : [a])) };
  });
}

const a: Inline = { kind: 'text', text: 'a' };

describe('the document of a tree', () => {
  test('says what the tree says', () => {
    fc.assert(
      fc.property(trees, (tree) => {
        const given = settle(spoken(lined(tree)));
        const doc = docOf(given);
        doc.check();
        expect(treeOfDoc(doc)).toEqual(given);
      }),
    );
  });

  test('is the same again after what it says was sent as mrkdwn, if mrkdwn can say it', () => {
    fc.assert(
      fc.property(trees, (tree) => {
        const doc = docOf(tree);
        const said = treeOfDoc(doc);
        if (exceedsMrkdwn(said)) return;
        expect(treeOfDoc(docOf(parseMrkdwn(printMrkdwn(said))))).toEqual(said);
      }),
    );
  });

  test('has a line for each line, and one where nothing is said', () => {
    expect(docOf([]).toString()).toBe('doc(paragraph)');
    expect(docOf(parseMrkdwn('a\n\n*b*')).toString()).toBe(
      'doc(paragraph("a"), paragraph, paragraph(bold("b")))',
    );
    expect(treeOfDoc(docOf([]))).toEqual([]);
  });

  test('has deeper lists in the items that they belong to', () => {
    const list = (depth: number, start: number, ordered = false): Block => ({
      kind: 'list',
      ordered,
      depth,
      start,
      items: [[a]],
    });
    const tree = [list(0, 1, true), list(1, 1), list(0, 2, true), list(0, 7, true)];
    const doc = docOf(tree);
    expect(doc.childCount).toBe(2);
    expect(doc.child(0).toString()).toBe(
      'orderedList(listItem(paragraph("a"), bulletList(listItem(paragraph("a")))), listItem(paragraph("a")))',
    );
    expect(treeOfDoc(doc)).toEqual(tree);
  });
});

test('whatever document the editor makes can be sent and read', () => {
  const text = schema.text('x');
  const item = schema.node('listItem', null, [schema.node('paragraph')]);
  const doc = schema.node('doc', null, [
    schema.node('blockquote', null, [schema.node('paragraph')]),
    schema.node('bulletList', null, [item]),
    schema.node('codeBlock'),
    schema.node('paragraph', null, [text, schema.node('hardBreak'), text]),
  ]);
  expect(treeOfDoc(doc)).toEqual([
    { kind: 'list', ordered: false, depth: 0, start: 1, items: [[]] },
    { kind: 'pre', text: '' },
    { kind: 'paragraph', inlines: [{ kind: 'text', text: 'x\nx' }] },
  ]);
});
