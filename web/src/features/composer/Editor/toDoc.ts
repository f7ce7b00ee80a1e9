import type { Mark, Node } from '@tiptap/pm/model';
import { marks, type Block, type Inline, type List } from '../../../richtext/tree';
import { ownTarget } from '../../permalinks/own';
import { schema } from './schema';

/** The document of a tree: a paragraph for each line, lists in the items they belong to. */
export function docOf(blocks: readonly Block[]): Node {
  const content = blocksOf(blocks);
  return schema.node('doc', null, content.length === 0 ? [schema.node('paragraph')] : content);
}

function blocksOf(blocks: readonly Block[]): Node[] {
  const nodes: Node[] = [];
  for (let at = 0; at < blocks.length;) {
    const block = blocks[at];
    if (block?.kind === 'list') {
      const from = at;
      while (blocks[at]?.kind === 'list') at += 1;
      nodes.push(...listsOf(blocks.slice(from, at) as List[], 0));
      continue;
    }
    at += 1;
    if (block !== undefined) nodes.push(...simpleOf(block));
  }
  return nodes;
}

function simpleOf(block: Exclude<Block, List>): Node[] {
  switch (block.kind) {
    case 'paragraph':
      return linesOf(block.inlines);
    case 'quote': {
      const inner = blocksOf(block.blocks);
      return inner.length === 0 ? [] : [schema.node('blockquote', null, inner)];
    }
    case 'pre': {
      const text = block.text === '' ? [] : schema.text(block.text);
      return [schema.node('codeBlock', { language: block.language ?? null }, text)];
    }
  }
}

interface Item {
  lines: Node[];
  /** The deeper lists that stand after it. */
  inside: List[];
}

/** Lists of a depth and deeper; an item without words holds those that are deeper than any before. */
function listsOf(lists: readonly List[], depth: number): Node[] {
  const open: { ordered: boolean; start: number; items: Item[] }[] = [];
  for (const list of lists) {
    let last = open.at(-1);
    if (list.depth > depth) {
      if (last === undefined) {
        last = { ordered: false, start: 1, items: [] };
        open.push(last);
      }
      if (last.items.length === 0) last.items.push({ lines: linesOf([]), inside: [] });
      last.items.at(-1)?.inside.push(list);
      continue;
    }
    const items = list.items.map((item) => ({ lines: linesOf(item), inside: [] }));
    const goesOn =
      last?.ordered === list.ordered &&
      (!list.ordered || last.start + last.items.length === list.start);
    if (last !== undefined && goesOn) last.items.push(...items);
    else open.push({ ordered: list.ordered, start: list.start, items });
  }
  return open.map(({ ordered, start, items }) =>
    schema.node(
      ordered ? 'orderedList' : 'bulletList',
      ordered ? { start } : null,
      items.map(({ lines, inside }) =>
        schema.node('listItem', null, [...lines, ...listsOf(inside, depth + 1)]),
      ),
    ),
  );
}

function linesOf(inlines: readonly Inline[]): Node[] {
  const lines: Node[][] = [[]];
  for (const inline of inlines) {
    const style = marksOf(inline);
    if (inline.kind === 'link' && isPermalink(inline)) {
      const on = style.filter(({ type }) => type.name !== 'link');
      lines.at(-1)?.push(permalinkOf(inline.url, on));
      continue;
    }
    if (inline.kind !== 'text' && inline.kind !== 'link') {
      lines.at(-1)?.push(atomOf(inline, style));
      continue;
    }
    const text = inline.kind === 'link' && inline.text === '' ? inline.url : inline.text;
    text.split('\n').forEach((line, at) => {
      if (at > 0) lines.push([]);
      if (line !== '') lines.at(-1)?.push(schema.text(line, style));
    });
  }
  return lines.map((line) => schema.node('paragraph', null, line));
}

function marksOf(inline: Inline): Mark[] {
  const on = marks.filter((mark) => inline.style?.[mark] === true).map((mark) => schema.mark(mark));
  return inline.kind === 'link' ? [...on, schema.mark('link', { href: inline.url })] : on;
}

/** Whether words of its own need not be shown for it: an address of a message. */
function isPermalink({ url, text }: { url: string; text: string }): boolean {
  return (text === url || text === '') && ownTarget(url) !== undefined;
}

/** What stands for a message of this page. */
export function permalinkOf(url: string, style: readonly Mark[] = []): Node {
  return schema.node('permalink', { permalink: url }, [], style);
}

/** What stands for a thing. */
export function atomOf(
  inline: Exclude<Inline, { kind: 'text' | 'link' }>,
  style: readonly Mark[] = [],
): Node {
  const node = (attrs: Record<string, string | undefined>) =>
    schema.node(inline.kind, attrs, [], style);
  switch (inline.kind) {
    case 'person':
      return node({ person: inline.user });
    case 'group':
      return node({ group: inline.group, label: inline.label });
    case 'channel':
      return node({ channel: inline.channel, label: inline.label });
    case 'broadcast':
      return node({ broadcast: inline.range });
    case 'emoji':
      return node({ emoji: inline.name });
  }
}
