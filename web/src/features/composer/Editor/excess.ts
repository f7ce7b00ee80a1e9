import type { Node } from '@tiptap/pm/model';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view';
import styles from './Editor.module.css';

const key = new PluginKey<DecorationSet>('excess');

/** What is too much in a message is underlined. */
export function excess(): Plugin<DecorationSet> {
  return new Plugin<DecorationSet>({
    key,
    state: {
      init: () => DecorationSet.empty,
      apply(tr, shown) {
        const over = tr.getMeta(key) as number | undefined;
        if (over === undefined) return shown.map(tr.mapping, tr.doc);
        if (over <= 0) return DecorationSet.empty;
        const { size } = tr.doc.content;
        const from = excessFrom(tr.doc, over);
        const line = Decoration.inline(from, size, { class: styles.excess ?? '' });
        return DecorationSet.create(tr.doc, [line]);
      },
    },
    props: { decorations: (state) => key.getState(state) },
  });
}

/** @param over so many characters are too much, as the message travels */
export function underline({ state, dispatch }: EditorView, over: number): void {
  dispatch(state.tr.setMeta(key, over).setMeta('addToHistory', false));
}

/** Where the last characters begin that a message has too much of. */
export function excessFrom(doc: Node, over: number): number {
  const leaves: { node: Node; at: number }[] = [];
  doc.descendants((node, at) => {
    if (node.isText || (node.isInline && node.isLeaf) || node.isTextblock)
      leaves.push({ node, at });
  });
  let left = over;
  for (const { node, at } of leaves.reverse()) {
    if (!node.isText) {
      // A line ends before the next one begins; what stands for a thing is written out.
      left -= node.isTextblock ? 1 : writtenLength(node);
      if (left <= 0) return at;
      continue;
    }
    const chars = Array.from(node.text ?? '');
    let place = at + node.nodeSize;
    for (const char of chars.reverse()) {
      place -= char.length;
      left -= { '<': 4, '>': 4, '&': 5 }[char] ?? 1;
      if (left <= 0) return place;
    }
  }
  return 0;
}

function writtenLength({ attrs }: Node): number {
  const longest = Object.values(attrs).map((value) => String(value ?? '').length);
  return Math.max(1, ...longest) + 3;
}
