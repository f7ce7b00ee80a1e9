import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseMrkdwn } from './parse';
import { isEmojiOnly, plainText } from './plain';
import { honestText } from './links';
import { findUrls } from './urls';
import { inlinesOf, mentionsPerson } from './mentions';
import type { Inline } from './tree';

const names = {
  person: (user: string) => user,
  channel: (channel: string) => channel,
  emoji: () => undefined,
  group: (id: string) => ({ S1: { handle: 'crew', isOwn: true } })[id],
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
    ['`c`', 'code'],
  ])('%s is %s', (source, mark) => {
    expect(inlines(source)).toEqual([{ kind: 'text', text: source[1], style: { [mark]: true } }]);
  });

  test.each(['a*b*c', '2 * 3 * 4', '*open', 'snake_case_name', '* a *', '**'])(
    '%s is only text',
    (source) => {
      expect(inlines(source)).toEqual([{ kind: 'text', text: source }]);
    },
  );

  test('marks nest', () => {
    expect(inlines('*a _b_*')).toEqual([
      { kind: 'text', text: 'a ', style: { bold: true } },
      { kind: 'text', text: 'b', style: { bold: true, italic: true } },
    ]);
  });

  test('code keeps its marks', () => {
    expect(inlines('`*a* &lt;b&gt;`')).toEqual([
      { kind: 'text', text: '*a* <b>', style: { code: true } },
    ]);
  });

  test('people, groups, channels and broadcasts', () => {
    expect(inlines('<@U1><!subteam^S1|@ops><#C1|dev><!here>').map(({ kind }) => kind)).toEqual([
      'person',
      'group',
      'channel',
      'broadcast',
    ]);
  });

  test('shortcodes', () => {
    expect(inlines(':tada: 10:30:45 :parrot: :wave::skin-tone-2:')).toEqual([
      { kind: 'emoji', name: 'tada' },
      { kind: 'text', text: ' 10:30:45 ' },
      { kind: 'emoji', name: 'parrot' },
      { kind: 'text', text: ' ' },
      { kind: 'emoji', name: 'wave::skin-tone-2' },
    ]);
  });
});

describe('links', () => {
  test('bare ones end before the punctuation and keep their signs', () => {
    const [text] = inlines('(see https://a.test/_x_y_z/b).');
    expect(text).toEqual({ kind: 'text', text: '(see https://a.test/_x_y_z/b).' });
    expect(findUrls('(see https://a.test/_x_y_z/b).')).toEqual([
      { start: 5, end: 28, url: 'https://a.test/_x_y_z/b' },
    ]);
  });

  test('mail addresses are links, file names are not', () => {
    expect(findUrls('ann@a.test README.md a.test').map(({ url }) => url)).toEqual([
      'mailto:ann@a.test',
    ]);
  });

  test.each(['javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', ' javascript:1'])(
    '%s is never one',
    (url) => {
      expect(inlines(`<${url}|click>`).some(({ kind }) => kind === 'link')).toBe(false);
    },
  );

  test.each([
    // The first letters are Cyrillic.
    ['https://\u0430pple.test/x', 'https://xn--pple-43d.test/x'],
    ['https://b\u00fccher.test', 'https://b\u00fccher.test'],
    ['click', 'click'],
  ])('%s is shown as %s', (text, shown) => {
    expect(honestText(text, new URL(text === 'click' ? 'https://a.test' : text).href)).toBe(shown);
  });
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
      for (const inline of inlinesOf(blocks)) {
        if (inline.kind === 'link') expect(inline.url).toMatch(/^(https?|mailto):/);
      }
      for (const { url } of findUrls(parts.join(''))) expect(url).toMatch(/^(https?|mailto):/);
    }),
  );
});

test('hostile text is parsed soon', () => {
  const signs = ['<', '`', '*a ', '_*~', '&gt; ', 'http', '```', ':a', '<@', '[('];
  for (const sign of signs) {
    const started = performance.now();
    parseMrkdwn(sign.repeat(40_000 / sign.length));
    expect(performance.now() - started).toBeLessThan(1500);
  }
});

test.each([
  ['<@U1> hi', true],
  ['<@U2> hi', false],
  ['<!here> hi', true],
  ['<!subteam^S1> hi', true],
  ['<!subteam^S2> hi', false],
  ['> <!subteam^S1>', true],
])('%s is meant for the reader: %s', (text, meant) => {
  expect(mentionsPerson(parseMrkdwn(text), 'U1', names)).toBe(meant);
});
