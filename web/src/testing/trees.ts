import fc from 'fast-check';
import { settle } from '../richtext/settle';
import type { Block, Inline, Leaf, Style } from '../richtext/tree';

export const words = fc.stringMatching(/^[\p{Ll}\p{Lo} &<>.]{1,12}$/u);
const anything = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 });

export function leaves(text: fc.Arbitrary<string>): fc.Arbitrary<Leaf> {
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

export const style: fc.Arbitrary<Style | undefined> = fc.option(
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
/** Settled trees of every kind. */
export const trees = fc
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
