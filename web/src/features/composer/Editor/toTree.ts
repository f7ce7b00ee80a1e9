import type { Node } from '@tiptap/pm/model';
import { settle, settleInlines } from '../../../richtext/settle';
import { marks, type Block, type Inline, type Leaf, type Style } from '../../../richtext/tree';

/** What a document says, as a settled tree: the way back from `docOf`. */
export function treeOfDoc(doc: Node): Block[] {
  return blocksOfNodes(doc.children);
}

/** What a part of a document says, also one that was cut out in the middle of lines. */
export function blocksOfNodes(nodes: readonly Node[]): Block[] {
  const [first] = nodes;
  if (first?.isInline === true) {
    return settle([{ kind: 'paragraph', inlines: leavesOf(nodes) }]);
  }
  return settle(blocksOf(nodes));
}

type Simple = Exclude<Block, { kind: 'quote' }>;

function blocksOf(nodes: readonly Node[]): Block[] {
  const blocks: Block[] = [];
  let lines: Inline[][] = [];
  const flush = () => {
    if (lines.length > 0) blocks.push({ kind: 'paragraph', inlines: joined(lines) });
    lines = [];
  };
  for (const node of nodes) {
    if (node.type.name === 'paragraph') {
      lines.push(inlinesOf(node));
      continue;
    }
    flush();
    blocks.push(...blockOf(node));
  }
  flush();
  return blocks;
}

function blockOf(node: Node): Block[] {
  switch (node.type.name) {
    case 'blockquote':
      return [{ kind: 'quote', blocks: blocksOf(node.children) as Simple[] }];
    case 'codeBlock': {
      const language: unknown = node.attrs.language;
      const known = typeof language === 'string' ? { language } : {};
      return [{ kind: 'pre', text: node.textContent, ...known }];
    }
    default:
      return listOf(node, 0);
  }
}

function listOf(node: Node, depth: number): Simple[] {
  const ordered = node.type.name === 'orderedList';
  const first = ordered ? Number(node.attrs.start) : 1;
  const lists: Simple[] = [];
  node.children.forEach((item, at) => {
    const lines = item.children.filter(({ type }) => type.name === 'paragraph');
    const deeper = item.children.filter(({ type }) => type.name !== 'paragraph');
    const words = joined(lines.map(inlinesOf));
    // Without words it is there only to hold what is deeper.
    if (words.length > 0 || deeper.length === 0) {
      const start = ordered ? first + at : 1;
      lists.push({ kind: 'list', ordered, depth, start, items: [words] });
    }
    for (const list of deeper) lists.push(...listOf(list, depth + 1));
  });
  return lists;
}

function joined(lines: readonly Inline[][]): Inline[] {
  return settleInlines(
    lines.flatMap((line, at): Inline[] =>
      at === 0 ? line : [{ kind: 'text', text: '\n' }, ...line],
    ),
  );
}

function inlinesOf(line: Node): Inline[] {
  return leavesOf(line.children);
}

function leavesOf(nodes: readonly Node[]): Inline[] {
  return settleInlines(
    nodes.map((node): Inline => {
      const leaf = leafOf(node);
      if (leaf.kind === 'text' && leaf.text === '\n') return leaf;
      const style: Style = {};
      for (const { type } of node.marks) {
        const mark = marks.find((each) => each === type.name);
        if (mark !== undefined) style[mark] = true;
      }
      return Object.keys(style).length === 0 ? leaf : { ...leaf, style };
    }),
  );
}

function leafOf(node: Node): Leaf {
  const held = (name: string) => String(node.attrs[name] ?? '');
  const label = held('label') === '' ? {} : { label: held('label') };
  switch (node.type.name) {
    case 'person':
      return { kind: 'person', user: held('person') };
    case 'group':
      return { kind: 'group', group: held('group'), ...label };
    case 'channel':
      return { kind: 'channel', channel: held('channel'), ...label };
    case 'broadcast':
      return { kind: 'broadcast', range: held('broadcast') };
    case 'emoji':
      return { kind: 'emoji', name: held('emoji') };
    case 'permalink':
      return { kind: 'link', url: held('permalink'), text: held('permalink') };
    case 'hardBreak':
      return { kind: 'text', text: '\n' };
    default: {
      const link = node.marks.find(({ type }) => type.name === 'link');
      const text = node.text ?? '';
      return link === undefined
        ? { kind: 'text', text }
        : { kind: 'link', url: String(link.attrs.href), text };
    }
  }
}
