import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Json } from '../protocol/generated';
import { parseRichText, printRichText } from './blocks';
import { exceedsMrkdwn, printMrkdwn } from './mrkdwn';
import { parseMrkdwn } from './parse';
import { settle } from './settle';
import type { Block, Inline, Leaf, Style } from './tree';

const words = fc.stringMatching(/^[\p{Ll}\p{Lo} &<>.]{1,12}$/u);
const anything = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 });

function leaves(text: fc.Arbitrary<string>): fc.Arbitrary<Leaf> {
  return fc.oneof(
    { weight: 4, arbitrary: text.map((each): Leaf => ({ kind: 'text', text: each })) },
    fc.constantFrom<Leaf>(
      { kind: 'link', url: 'https://a.test/', text: 'https://a.test' },
      { kind: 'link', url: 'https://a.test/?a=1&b=2', text: 'a <b>' },
      { kind: 'person', user: 'U1' },
      { kind: 'group', group: 'S1' },
      { kind: 'channel', channel: 'C1' },
      { kind: 'broadcast', range: 'here' },
      { kind: 'emoji', name: 'tada' },
      { kind: 'emoji', name: 'wave::skin-tone-3' },
    ),
  );
}

const style: fc.Arbitrary<Style | undefined> = fc.option(
  fc
    .subarray<keyof Style>(['bold', 'italic', 'strike', 'code'], { minLength: 1 })
    .map((on): Style => Object.fromEntries(on.map((each) => [each, true]))),
  { nil: undefined },
);

const inline: fc.Arbitrary<Inline> = fc
  .tuple(leaves(anything), style)
  .map(([leaf, on]) => (on === undefined ? leaf : { ...leaf, style: on }));

const paragraph = fc
  .array(inline, { minLength: 1, maxLength: 6 })
  .map((inlines) => ({ kind: 'paragraph' as const, inlines }));
const pre = fc.tuple(anything, fc.constantFrom('ts', undefined)).map(([text, language]) => ({
  kind: 'pre' as const,
  text,
  ...(language === undefined ? {} : { language }),
}));
const list = fc.record({
  kind: fc.constant('list' as const),
  ordered: fc.boolean(),
  depth: fc.nat(4),
  start: fc.integer({ min: 1, max: 20 }),
  items: fc.array(fc.array(inline, { maxLength: 3 }), { minLength: 1, maxLength: 4 }),
});
const simple = fc.oneof(
  paragraph,
  pre,
  list.map((each) => ({ ...each, start: each.ordered ? each.start : 1 })),
);
const trees = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: simple },
      fc
        .array(simple, { minLength: 1, maxLength: 3 })
        .map((blocks): Block => ({ kind: 'quote', blocks })),
    ),
    { maxLength: 6 },
  )
  .map(settle);

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
