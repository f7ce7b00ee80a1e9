import { Fragment, Slice, type Node } from '@tiptap/pm/model';
import { Plugin, TextSelection, type EditorState, type Transaction } from '@tiptap/pm/state';
import { safeUrl } from '../../../richtext/links';
import { apart } from './conversions';
import { schema } from './schema';

/** What is pasted keeps its structure and loses its looks; undoing it leaves the plain words. */
export function pasting(): Plugin {
  return new Plugin({
    props: {
      clipboardTextParser: (text) => linesOf(text),
      handlePaste(view, event, slice) {
        const text = event.clipboardData?.getData('text/plain') ?? '';
        const html = event.clipboardData?.getData('text/html') ?? '';
        const { state } = view;
        const linked = linkOver(state, text);
        if (linked !== undefined) {
          view.dispatch(linked);
          return true;
        }
        const inCode = state.selection.$from.parent.type.spec.code === true;
        if (html === '' || text === '' || inCode || isPlain(slice)) return false;
        const { from } = state.selection;
        const plain = state.tr.replaceSelection(linesOf(text));
        const end = plain.selection.to;
        view.dispatch(plain);
        const { tr, doc } = view.state;
        tr.setSelection(TextSelection.between(doc.resolve(from), doc.resolve(end)));
        apart(view, tr.replaceSelection(slice).scrollIntoView());
        return true;
      },
    },
  });
}

/** An address over words makes them a link. */
function linkOver(state: EditorState, text: string): Transaction | undefined {
  const { from, to, empty, $from, $to } = state.selection;
  const href = /^\S+$/.test(text.trim()) ? safeUrl(text.trim()) : undefined;
  if (href === undefined || empty || !$from.sameParent($to)) return undefined;
  if ($from.parent.type.spec.code === true) return undefined;
  return state.tr.addMark(from, to, schema.mark('link', { href }));
}

function linesOf(text: string): Slice {
  const lines = text.split(/\r\n?|\n/).map((line) => {
    return schema.node('paragraph', null, line === '' ? [] : schema.text(line));
  });
  return new Slice(Fragment.from(lines), 1, 1);
}

/** Whether it says no more than its words do. */
function isPlain({ content }: Slice): boolean {
  let plain = true;
  content.descendants((node: Node) => {
    const words = node.type.name === 'paragraph' || (node.isText && node.marks.length === 0);
    plain &&= words;
    return plain;
  });
  return plain;
}
