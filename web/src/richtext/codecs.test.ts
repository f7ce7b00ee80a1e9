import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Json } from '../protocol/generated';
import { parseRichText } from './blocks';
import { printRichText } from './printBlocks';
import { exceedsMrkdwn, printMrkdwn } from './mrkdwn';
import { parseMrkdwn } from './parse';
import { settle } from './settle';
import { leaves, style, trees, words } from '../testing/trees';
import type { Block, Inline, Style } from './tree';

describe('rich_text', () => {
  test('parse(print(tree)) = tree', () => {
    fc.assert(
      fc.property(trees, (tree) => {
        const sent = JSON.parse(JSON.stringify(printRichText(tree))) as Json;
        expect(parseRichText(sent)).toEqual(tree);
      }),
    );
  });

  test('whatever comes is read without failing', () => {
    const kinds = fc.constantFrom(
      ...['rich_text', 'rich_text_section', 'rich_text_list', 'rich_text_quote'],
      ...['rich_text_preformatted', 'text', 'link', 'emoji', 'user', '__proto__', 7, null],
    );
    const hostile = fc.letrec((tie) => ({
      node: fc.record(
        {
          type: kinds,
          text: fc.oneof(fc.string(), fc.constant({}), fc.integer()),
          url: fc.constantFrom('javascript:alert(1)', 'https://a.test', 5),
          style: fc.oneof(fc.constant('ordered'), fc.dictionary(fc.string(), fc.boolean())),
          indent: fc.oneof(fc.integer(), fc.double()),
          elements: fc.oneof({ maxDepth: 6 }, fc.string(), fc.array(tie('node'), { maxLength: 4 })),
        },
        { requiredKeys: [] },
      ),
    })).node;
    fc.assert(
      fc.property(hostile, (node) => {
        const tree = parseRichText(node);
        expect(JSON.stringify(tree)).not.toContain('"url":"javascript:');
      }),
    );
  });
});

describe('mrkdwn', () => {
  /** What mrkdwn can say: words between spaces, styles that begin and end at a word. */
  const sayable = fc
    .array(
      fc.tuple(leaves(words.map((each) => each.trim() || 'a')), style).map(([leaf, on]): Inline => {
        // Code holds plain words only.
        if (on === undefined || (on.code === true && leaf.kind !== 'text')) return leaf;
        return { ...leaf, style: on };
      }),
      { minLength: 1, maxLength: 5 },
    )
    .map((inlines) => inlines.flatMap((each): Inline[] => [each, { kind: 'text', text: ' . ' }]));
  const said = fc
    .array(
      fc.oneof(
        sayable.map((inlines): Block => ({
          kind: 'paragraph',
          inlines: [{ kind: 'text', text: 'a ' }, ...inlines],
        })),
        sayable.map((inlines): Block => ({
          kind: 'quote',
          blocks: [{ kind: 'paragraph', inlines }],
        })),
        words.map((text): Block => ({ kind: 'pre', text })),
      ),
      { maxLength: 4 },
    )
    .map(settle);

  test('parse(print(tree)) = tree, for all that mrkdwn can say', () => {
    fc.assert(
      fc.property(said, (tree) => {
        expect(parseMrkdwn(printMrkdwn(tree))).toEqual(tree);
        expect(exceedsMrkdwn(tree)).toBe(false);
      }),
    );
  });

  test.each<[string, Block[]]>([
    ['a list', [{ kind: 'list', ordered: false, depth: 0, start: 1, items: [[text('a')]] }]],
    [
      'bold inside a word',
      [{ kind: 'paragraph', inlines: [text('a'), text('b', { bold: true })] }],
    ],
    ['signs that are meant', [{ kind: 'paragraph', inlines: [text('*a*')] }]],
    ['a quote sign that is meant', [{ kind: 'paragraph', inlines: [text('> a')] }]],
    ['the language of code', [{ kind: 'pre', text: 'a', language: 'ts' }]],
  ])('%s needs a block', (_what, tree) => {
    expect(exceedsMrkdwn(tree)).toBe(true);
  });

  test('a list reads well as words', () => {
    const items = [[text('one')], [text('two', { bold: true })]];
    const tree: Block[] = [
      { kind: 'list', ordered: true, depth: 0, start: 3, items },
      { kind: 'list', ordered: false, depth: 1, start: 1, items: [[text('in & in')]] },
    ];
    expect(printMrkdwn(tree)).toBe('3. one\n4. *two*\n    • in &amp; in');
  });
});

function text(each: string, on?: Style): Inline {
  return on === undefined ? { kind: 'text', text: each } : { kind: 'text', text: each, style: on };
}
