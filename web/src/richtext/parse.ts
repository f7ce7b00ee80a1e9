import { emojiOf } from './emoji';
import { unescapeText } from './escape';
import { findUrls, safeUrl } from './links';
import type { Block, Inline } from './tree';

/** The tree of one message in mrkdwn. Never fails: what is not markup is text. */
export function parseMrkdwn(source: string): Block[] {
  const blocks: Block[] = [];
  const fence = /```\n?([\s\S]*?)\n?```/g;
  let from = 0;
  for (const match of source.matchAll(fence)) {
    blocks.push(...proseBlocks(trimBreaks(source.slice(from, match.index))));
    blocks.push({ kind: 'pre', text: plainOf(match[1] ?? '') });
    from = match.index + match[0].length;
  }
  blocks.push(...proseBlocks(trimBreaks(source.slice(from))));
  return blocks;
}

function trimBreaks(text: string): string {
  return text.replace(/^\n|\n$/g, '');
}

function proseBlocks(text: string): Block[] {
  if (text === '') return [];
  const blocks: Block[] = [];
  let lines: string[] = [];
  let quoting = false;
  const flush = () => {
    if (lines.length === 0) return;
    const inlines = parseInlines(lines.join('\n'));
    const paragraph: Block = { kind: 'paragraph', inlines };
    blocks.push(quoting ? { kind: 'quote', blocks: [paragraph] } : paragraph);
    lines = [];
  };
  for (const line of text.split('\n')) {
    const quoted = /^(?:&gt;|>) ?(.*)$/.exec(line);
    if ((quoted !== null) !== quoting) flush();
    quoting = quoted !== null;
    lines.push(quoted?.[1] ?? line);
  }
  flush();
  return blocks;
}

const longestStyled = 4000;
const marks = { '*': 'bold', _: 'italic', '~': 'strike' } as const;

function isMark(text: string): text is keyof typeof marks {
  return Object.hasOwn(marks, text);
}

export function parseInlines(text: string): Inline[] {
  const found: Inline[] = [];
  let plain = '';
  const flush = () => {
    if (plain !== '') found.push(...plainInlines(plain));
    plain = '';
  };
  let at = 0;
  while (at < text.length) {
    const special = specialAt(text, at);
    if (special === undefined) {
      plain += text[at] ?? '';
      at += 1;
    } else {
      flush();
      found.push(special.inline);
      at = special.end;
    }
  }
  flush();
  return found;
}

interface Special {
  inline: Inline;
  end: number;
}

function specialAt(text: string, at: number): Special | undefined {
  const char = text[at] ?? '';
  if (char === '\n') return { inline: { kind: 'break' }, end: at + 1 };
  if (char === '<') return angleAt(text, at);
  if (char === '`') return codeAt(text, at);
  if (isMark(char)) return styledAt(text, at, char);
  return undefined;
}

function codeAt(text: string, at: number): Special | undefined {
  const end = text.indexOf('`', at + 1);
  if (end <= at + 1) return undefined;
  const inside = text.slice(at + 1, end);
  if (inside.includes('\n')) return undefined;
  return { inline: { kind: 'code', text: plainOf(inside) }, end: end + 1 };
}

/** A mark opens at the start of a word and closes at the end of one, on the same line. */
function styledAt(text: string, at: number, mark: keyof typeof marks): Special | undefined {
  const before = text[at - 1];
  if (before !== undefined && isWord(before)) return undefined;
  const next = text[at + 1];
  if (next === undefined || /\s/.test(next) || next === mark) return undefined;
  const limit = Math.min(text.length, at + longestStyled);
  for (let end = at + 2; end < limit; end += 1) {
    const char = text[end];
    if (char === '\n') return undefined;
    if (char !== mark) continue;
    const last = text[end - 1] ?? ' ';
    const after = text[end + 1];
    if (/\s/.test(last) || (after !== undefined && isWord(after))) continue;
    const inlines = parseInlines(text.slice(at + 1, end));
    return { inline: { kind: marks[mark], inlines }, end: end + 1 };
  }
  return undefined;
}

function isWord(char: string): boolean {
  return /[\p{L}\p{N}]/u.test(char);
}

function angleAt(text: string, at: number): Special | undefined {
  const end = text.indexOf('>', at);
  if (end < 0) return undefined;
  const [target, label] = split(text.slice(at + 1, end));
  const inline = angleInline(target, label);
  return inline === undefined ? undefined : { inline, end: end + 1 };
}

function angleInline(target: string, label: string | undefined): Inline | undefined {
  const name = label === undefined ? undefined : unescapeText(label);
  if (/^@[UW]\w+$/.test(target)) return { kind: 'person', user: target.slice(1), label: name };
  if (/^#[CG]\w+$/.test(target)) return { kind: 'channel', channel: target.slice(1), label: name };
  const broadcast = /^!(channel|here|everyone)$/.exec(target)?.[1];
  if (broadcast !== undefined) return { kind: 'broadcast', range: broadcast };
  const url = safeUrl(unescapeText(target));
  if (url === undefined) return undefined;
  return { kind: 'link', url, label: [{ kind: 'text', text: name ?? unescapeText(target) }] };
}

function split(inside: string): [string, string | undefined] {
  const bar = inside.indexOf('|');
  return bar < 0 ? [inside, undefined] : [inside.slice(0, bar), inside.slice(bar + 1)];
}

/** Bare addresses and shortcodes in text that holds no other markup. */
function plainInlines(escaped: string): Inline[] {
  const text = unescapeText(escaped);
  const found: Inline[] = [];
  let from = 0;
  for (const { start, end, url } of findUrls(text)) {
    found.push(...emojiInlines(text.slice(from, start)));
    const label: Inline[] = [{ kind: 'text', text: text.slice(start, end) }];
    found.push({ kind: 'link', url, label });
    from = end;
  }
  found.push(...emojiInlines(text.slice(from)));
  return found;
}

function emojiInlines(text: string): Inline[] {
  const found: Inline[] = [];
  let from = 0;
  for (const match of text.matchAll(/:([\p{Ll}\p{Lo}\p{N}_'+-]{1,100}):/gu)) {
    const name = match[1] ?? '';
    const glyph = emojiOf(name);
    // The middle of a time of day.
    if (glyph === undefined && /^\d+$/.test(name)) continue;
    if (match.index > from) found.push({ kind: 'text', text: text.slice(from, match.index) });
    found.push(glyph === undefined ? { kind: 'shortcode', name } : { kind: 'emoji', name, glyph });
    from = match.index + match[0].length;
  }
  if (from < text.length) found.push({ kind: 'text', text: text.slice(from) });
  return found;
}

/** Code shows what was typed: addresses and mentions in it lose their angles. */
function plainOf(escaped: string): string {
  const open = escaped.replace(
    /<([^<>|]*)(?:\|([^<>]*))?>/g,
    (_all, target: string, label?: string) => label ?? target,
  );
  return unescapeText(open);
}
