import { marks, type Block, type Inline, type Style } from './tree';

type Simple = Exclude<Block, { kind: 'quote' }>;

/** The same tree with what could be one piece made one, and without what says nothing. */
export function settle(blocks: readonly Block[]): Block[] {
  const settled: Block[] = [];
  for (const block of blocks) {
    const last = settled.at(-1);
    if (block.kind !== 'quote') {
      addSimple(settled, block);
    } else if (last?.kind === 'quote') {
      for (const each of block.blocks) addSimple(last.blocks, each);
    } else {
      const inner: Simple[] = [];
      for (const each of block.blocks) addSimple(inner, each);
      if (inner.length > 0) settled.push({ kind: 'quote', blocks: inner });
    }
  }
  return settled;
}

function addSimple(settled: Block[], block: Simple): void {
  const last = settled.at(-1);
  if (block.kind === 'paragraph') {
    const inlines = settleInlines(block.inlines);
    if (last?.kind === 'paragraph') {
      last.inlines = settleInlines([...last.inlines, { kind: 'text', text: '\n' }, ...inlines]);
    } else if (inlines.length > 0) settled.push({ kind: 'paragraph', inlines });
  } else if (block.kind === 'list') {
    const items = block.items.map(settleInlines);
    const follows =
      last?.kind === 'list' &&
      last.ordered === block.ordered &&
      last.depth === block.depth &&
      (!block.ordered || block.start === last.start + last.items.length);
    if (follows) last.items = [...last.items, ...items];
    else if (items.length > 0) settled.push({ ...block, items });
  } else settled.push({ ...block });
}

export function settleInlines(inlines: readonly Inline[]): Inline[] {
  const settled: Inline[] = [];
  for (const inline of inlines) {
    const last = settled.at(-1);
    if (inline.kind === 'text') {
      if (inline.text === '') continue;
      if (last?.kind === 'text' && sameStyle(last.style, inline.style)) {
        settled[settled.length - 1] = { ...last, text: last.text + inline.text };
        continue;
      }
    }
    settled.push(inline);
  }
  return settled;
}

export function sameStyle(one: Style | undefined, two: Style | undefined): boolean {
  return marks.every((mark) => one?.[mark] === two?.[mark]);
}

/** The style of marks that may not be; undefined for none. */
export function styled(leaf: Inline, style: Style | undefined): Inline {
  if (style === undefined) return leaf;
  const all: Style = { ...leaf.style };
  for (const mark of marks) if (style[mark] === true) all[mark] = true;
  return Object.keys(all).length === 0 ? leaf : { ...leaf, style: all };
}

/** Whether two settled trees say the same. */
export function sameTree(one: readonly Block[], two: readonly Block[]): boolean {
  return JSON.stringify(one, ordered) === JSON.stringify(two, ordered);
}

function ordered(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries);
}
