import type { Json } from '../protocol/generated';
import { safeUrl } from './links';
import { settle, styled } from './settle';
import { marks, type Block, type Inline, type Style } from './tree';

export type Fields = Record<string, unknown>;

/** The settled tree of a `rich_text` block. Never fails: what is not understood says nothing. */
export function parseRichText(block: Json): Block[] {
  return settle(listOf(fieldsOf(block).elements).flatMap(parseBlock));
}

function parseBlock(fields: Fields): Block[] {
  const quoted = fields.border === 1;
  switch (fields.type) {
    case 'rich_text_section':
      return [{ kind: 'paragraph', inlines: parseElements(fields) }];
    case 'rich_text_quote': {
      const inlines = parseElements(fields);
      return [{ kind: 'quote', blocks: [{ kind: 'paragraph', inlines }] }];
    }
    case 'rich_text_preformatted': {
      const text = parseElements(fields).map(wordsOf).join('');
      const language = stringOf(fields.language);
      const known = language === undefined ? {} : { language };
      return framed({ kind: 'pre', text, ...known }, quoted);
    }
    case 'rich_text_list': {
      const ordered = fields.style === 'ordered';
      const depth = within(fields.indent, 8);
      const start = ordered ? within(fields.offset, 99_999) + 1 : 1;
      const items = listOf(fields.elements).map(parseElements);
      return framed({ kind: 'list', ordered, depth, start, items }, quoted);
    }
    default:
      return [];
  }
}

function framed(block: Exclude<Block, { kind: 'quote' }>, quoted: boolean): Block[] {
  return [quoted ? { kind: 'quote', blocks: [block] } : block];
}

function parseElements(fields: Fields): Inline[] {
  return listOf(fields.elements).flatMap((element) => {
    const inline = parseElement(element);
    return inline === undefined ? [] : [styled(inline, styleOf(element.style))];
  });
}

function parseElement(fields: Fields): Inline | undefined {
  const id = (name: string) => stringOf(fields[name]) ?? '';
  switch (fields.type) {
    case 'text':
      return { kind: 'text', text: id('text') };
    case 'link': {
      const url = safeUrl(id('url'));
      const text = id('text') === '' ? id('url') : id('text');
      return url === undefined ? { kind: 'text', text } : { kind: 'link', url, text };
    }
    case 'user':
      return { kind: 'person', user: id('user_id') };
    case 'usergroup':
      return { kind: 'group', group: id('usergroup_id') };
    case 'channel':
      return { kind: 'channel', channel: id('channel_id') };
    case 'broadcast':
      return { kind: 'broadcast', range: id('range') };
    case 'emoji': {
      const tone = within(fields.skin_tone, 6);
      return { kind: 'emoji', name: id('name') + (tone > 1 ? `::skin-tone-${tone}` : '') };
    }
    case 'date':
      return { kind: 'text', text: id('fallback') };
    case 'color':
      return { kind: 'text', text: id('value') };
    default:
      return undefined;
  }
}

function wordsOf(inline: Inline): string {
  return inline.kind === 'text' || inline.kind === 'link' ? inline.text : '';
}

function styleOf(value: unknown): Style | undefined {
  const fields = fieldsOf(value);
  const style: Style = {};
  for (const mark of marks) if (fields[mark] === true) style[mark] = true;
  return Object.keys(style).length === 0 ? undefined : style;
}

/** The objects of a list; whatever else stands in its place is an empty one. */
export function listOf(value: unknown): Fields[] {
  return Array.isArray(value) ? value.map(fieldsOf) : [];
}

export function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Fields)
    : {};
}

export function stringOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function within(value: unknown, most: number): number {
  return typeof value === 'number' && Number.isInteger(value) && value > 0
    ? Math.min(value, most)
    : 0;
}
