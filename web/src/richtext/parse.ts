import { emojiOf } from './emoji';
import { unescapeText } from './escape';
import { safeUrl } from './links';
import { settle, settleInlines, styled } from './settle';
import type { Block, Inline, Mark, Style } from './tree';

/** The settled tree of one message in mrkdwn. Never fails: what is not markup is text. */
export function parseMrkdwn(source: string): Block[] {
  const blocks: Block[] = [];
  const fence = /```\n?([\s\S]*?)\n?```/g;
  let from = 0;
  for (const match of source.matchAll(fence)) {
    const before = source.slice(from, match.index);
    blocks.push(...proseBlocks(before.replace(/^\n|\n$|(?:\n|^)(?:&gt;|>) ?$/g, '')));
    const quoted = /(?:\n|^)(?:&gt;|>) ?$/.test(before);
    blocks.push(codeBlock(match[1] ?? '', quoted));
    from = match.index + match[0].length;
  }
  blocks.push(...proseBlocks(source.slice(from).replace(/^\n|\n$/g, '')));
  return settle(blocks);
}

/** Code, of which each line may be quoted. */
function codeBlock(inside: string, quoted: boolean): Block {
  if (!quoted) return { kind: 'pre', text: plainOf(inside) };
  const text = plainOf(inside.replace(/^(?:&gt;|>) ?/gm, '')).replace(/^\n|\n$/g, '');
  return { kind: 'quote', blocks: [{ kind: 'pre', text }] };
}

function proseBlocks(text: string): Block[] {
  if (text === '') return [];
  const blocks: Block[] = [];
  let lines: string[] = [];
  let quoting = false;
  const flush = () => {
    if (lines.length === 0) return;
    const inlines = parseInlines(lines.join('\n'));
    blocks.push(
      quoting
        ? { kind: 'quote', blocks: [{ kind: 'paragraph', inlines }] }
        : { kind: 'paragraph', inlines },
    );
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
const longestAngle = 8000;
const signs: Readonly<Record<string, Mark>> = { '*': 'bold', _: 'italic', '~': 'strike' };
const mostNested = 3;

/** Text may hold a mark again in itself only `mostNested` deep, so that hostile text ends soon. */
export function parseInlines(text: string, nested = 0): Inline[] {
  const found: Inline[] = [];
  const inside = { nested, closers: new Closers(text) };
  let from = 0;
  let at = 0;
  while (at < text.length) {
    const special = specialAt(text, at, inside);
    if (special === undefined) {
      at += 1;
      continue;
    }
    found.push(...plainInlines(text.slice(from, at)), ...special.inlines);
    at = special.end;
    from = at;
  }
  found.push(...plainInlines(text.slice(from)));
  return settleInlines(found);
}

interface Inside {
  nested: number;
  closers: Closers;
}

interface Special {
  inlines: Inline[];
  end: number;
}

function specialAt(text: string, at: number, inside: Inside): Special | undefined {
  const char = text[at] ?? '';
  if (char === '<') return angleAt(text, at);
  if (char === '`') return codeAt(text, at);
  if (char === 'h') return addressAt(text, at);
  const mark = signs[char];
  if (mark === undefined || inside.nested > mostNested) return undefined;
  return styledAt(text, at, mark, inside);
}

/** A bare address is text, whatever signs it holds. */
function addressAt(text: string, at: number): Special | undefined {
  if (!text.startsWith('http', at) || isWord(text[at - 1] ?? ' ')) return undefined;
  const address = /^https?:\/\/[^\s<>"'`|*~]+[^\s<>"'`|*~_.,;:!?)\]]/.exec(
    text.slice(at, at + 2000),
  );
  if (address === null) return undefined;
  const shown = unescapeText(address[0]);
  return { inlines: [{ kind: 'text', text: shown }], end: at + address[0].length };
}

function codeAt(text: string, at: number): Special | undefined {
  const end = text.indexOf('`', at + 1);
  if (end <= at + 1) return undefined;
  const inside = text.slice(at + 1, end);
  if (inside.includes('\n')) return undefined;
  const code: Inline = { kind: 'text', text: plainOf(inside), style: { code: true } };
  return { inlines: [code], end: end + 1 };
}

/** A mark opens at the start of a word and closes at the end of one, on the same line. */
function styledAt(text: string, at: number, mark: Mark, inside: Inside): Special | undefined {
  const sign = text[at] ?? '';
  const before = text[at - 1];
  if (before !== undefined && isWord(before)) return undefined;
  const next = text[at + 1];
  if (next === undefined || /\s/.test(next) || next === sign) return undefined;
  const end = inside.closers.after(sign, at + 2);
  if (end === undefined || end - at > longestStyled) return undefined;
  const style: Style = { [mark]: true };
  const within = parseInlines(text.slice(at + 1, end), inside.nested + 1);
  return { inlines: within.map((inline) => styled(inline, style)), end: end + 1 };
}

/** Where signs close; each place is looked at once, however many signs open. */
class Closers {
  private readonly known = new Map<string, number>();

  constructor(private readonly text: string) {}

  /** The first sign that closes at or behind `from`, before the line ends. */
  after(sign: string, from: number): number | undefined {
    const { text, known } = this;
    let end = known.get(sign) ?? -1;
    if (end < from) {
      end = text.indexOf(sign, from);
      while (end >= 0 && !this.closes(end)) end = text.indexOf(sign, end + 1);
      if (end < 0) end = Infinity;
      known.set(sign, end);
    }
    let line = known.get('\n') ?? -1;
    if (line < from) {
      line = text.indexOf('\n', from);
      if (line < 0) line = Infinity;
      known.set('\n', line);
    }
    return end < line ? end : undefined;
  }

  private closes(at: number): boolean {
    const after = this.text[at + 1];
    return !/\s/.test(this.text[at - 1] ?? ' ') && (after === undefined || !isWord(after));
  }
}

function isWord(char: string): boolean {
  return /[\p{L}\p{N}]/u.test(char);
}

function angleAt(text: string, at: number): Special | undefined {
  const length = text.slice(at, at + longestAngle).indexOf('>');
  if (length < 0) return undefined;
  const end = at + length;
  const inside = text.slice(at + 1, end);
  const bar = inside.indexOf('|');
  const target = bar < 0 ? inside : inside.slice(0, bar);
  const label = bar < 0 ? undefined : unescapeText(inside.slice(bar + 1));
  const inline = angleInline(target, label);
  return inline === undefined ? undefined : { inlines: [inline], end: end + 1 };
}

function angleInline(target: string, label: string | undefined): Inline | undefined {
  const named = label === undefined || label === '' ? {} : { label };
  if (/^@[UW]\w+$/.test(target)) return { kind: 'person', user: target.slice(1) };
  if (/^#[CG]\w+$/.test(target)) return { kind: 'channel', channel: target.slice(1), ...named };
  const broadcast = /^!(channel|here|everyone)$/.exec(target)?.[1];
  if (broadcast !== undefined) return { kind: 'broadcast', range: broadcast };
  const group = /^!subteam\^(\w+)$/.exec(target)?.[1];
  if (group !== undefined) return { kind: 'group', group, ...named };
  // A moment, with what to show where it cannot be formatted.
  if (/^!date\^\d+\^/.test(target)) return { kind: 'text', text: label ?? '' };
  const url = safeUrl(unescapeText(target));
  return url === undefined ? undefined : { kind: 'link', url, text: label ?? unescapeText(target) };
}

/** Words in which nothing but shortcodes is markup. */
export function parsePlain(text: string): Block[] {
  return settle([{ kind: 'paragraph', inlines: settleInlines(emojiInlines(text)) }]);
}

/** Shortcodes in text that holds no other markup. */
function plainInlines(escaped: string): Inline[] {
  return emojiInlines(unescapeText(escaped));
}

function emojiInlines(text: string): Inline[] {
  const found: Inline[] = [];
  let from = 0;
  for (const match of text.matchAll(/:([\p{Ll}\p{Lo}\p{N}_'+-]{1,100}(?:::skin-tone-[2-6])?):/gu)) {
    const name = match[1] ?? '';
    // The middle of a time of day.
    if (/^\d+$/.test(name) && emojiOf(name) === undefined) continue;
    found.push({ kind: 'text', text: text.slice(from, match.index) }, { kind: 'emoji', name });
    from = match.index + match[0].length;
  }
  found.push({ kind: 'text', text: text.slice(from) });
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
