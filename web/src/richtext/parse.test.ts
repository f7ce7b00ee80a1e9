import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseMrkdwn } from './parse';
import { isEmojiOnly, plainText } from './plain';
import type { Block, Inline } from './tree';

const names = {
  person: (user: string) => user,
  channel: (channel: string) => channel,
  emoji: () => undefined,
};

function inlines(source: string): Inline[] {
  const [block] = parseMrkdwn(source);
  return block?.kind === 'paragraph' ? block.inlines : [];
}

describe('inline', () => {
  test.each([
    ['*b*', 'bold'],
    ['_i_', 'italic'],
    ['~s~', 'strike'],
  ])('%s is %s', (source, kind) => {
    expect(inlines(source)).toEqual([{ kind, inlines: [{ kind: 'text', text: source[1] }] }]);
  });

  test.each(['a*b*c', '2 * 3 * 4', '*open', 'snake_case_name', '* a *', '**'])(
    '%s is only text',
    (source) => {
      expect(inlines(source)).toEqual([{ kind: 'text', text: source }]);
    },
  );

  test('marks nest', () => {
    expect(inlines('*a _b_*')).toEqual([
      {
        kind: 'bold',
        inlines: [
          { kind: 'text', text: 'a ' },
          { kind: 'italic', inlines: [{ kind: 'text', text: 'b' }] },
        ],
      },
    ]);
  });

  test('code keeps its marks', () => {
    expect(inlines('`*a* &lt;b&gt;`')).toEqual([{ kind: 'code', text: '*a* <b>' }]);
  });

  test('people, channels and broadcasts', () => {
    expect(inlines('<@U1><#C1|dev><!here>').map(({ kind }) => kind)).toEqual([
      'person',
      'channel',
      'broadcast',
    ]);
  });

  test('shortcodes', () => {
    expect(inlines(':tada: 10:30:45')).toEqual([
      { kind: 'emoji', name: 'tada', glyph: '🎉' },
      { kind: 'text', text: ' 10:30:45' },
    ]);
    expect(inlines(':parrot:')).toEqual([{ kind: 'shortcode', name: 'parrot' }]);
  });
});

describe('links', () => {
  test('bare ones end before the punctuation', () => {
    expect(inlines('(see https://a.test/x_y_z).')).toEqual([
      { kind: 'text', text: '(see ' },
      {
        kind: 'link',
        url: 'https://a.test/x_y_z',
        label: [{ kind: 'text', text: 'https://a.test/x_y_z' }],
      },
      { kind: 'text', text: ').' },
    ]);
  });

  test.each(['javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', ' javascript:1'])(
    '%s is never one',
    (url) => {
      expect(inlines(`<${url}|click>`).some(({ kind }) => kind === 'link')).toBe(false);
    },
  );
});

describe('blocks', () => {
  test('quotes and fences stand apart', () => {
    const kinds = parseMrkdwn('a\n&gt; b\n&gt; c\nd\n```\ne\n  f\n```\ng').map(({ kind }) => kind);

    expect(kinds).toEqual(['paragraph', 'quote', 'paragraph', 'pre', 'paragraph']);
  });

  test('code is kept to the letter', () => {
    expect(parseMrkdwn('```\nif (a &lt; b) {\n  *c*\n}\n```')).toEqual([
      { kind: 'pre', text: 'if (a < b) {\n  *c*\n}' },
    ]);
  });
});

test('emoji alone are large, up to nine', () => {
  expect(isEmojiOnly(parseMrkdwn(':tada: 👍🏽'))).toBe(true);
  expect(isEmojiOnly(parseMrkdwn('👍 ok'))).toBe(false);
  expect(isEmojiOnly(parseMrkdwn('7'))).toBe(false);
  expect(isEmojiOnly(parseMrkdwn(':tada:'.repeat(10)))).toBe(false);
});

test('nothing a person can write breaks the parser or makes a dangerous link', () => {
  const pieces = fc.constantFrom(
    ...['*', '_', '~', '`', '```', '<', '>', '&gt;', '|', '@U1', '!here', ':', 'tada'],
    ...['javascript:x', 'https://a.test', '\n', ' ', 'word', '&lt;', 'ä', '\u202e'],
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 40, size: 'max' }), (parts) => {
      const blocks = parseMrkdwn(parts.join(''));

      expect(typeof plainText(blocks, names)).toBe('string');
      for (const url of urlsOf(blocks)) expect(url).toMatch(/^(https?|mailto):/);
    }),
  );
});

function urlsOf(value: Block[] | Inline[]): string[] {
  return value.flatMap((each) => {
    if (each.kind === 'link') return [each.url];
    if ('inlines' in each) return urlsOf(each.inlines);
    return 'blocks' in each ? urlsOf(each.blocks) : [];
  });
}
