import { Fragment, Slice, type Node } from '@tiptap/pm/model';
import { Plugin, TextSelection, type EditorState, type Transaction } from '@tiptap/pm/state';
import { ownTarget } from '../../permalinks/own';
import { safeUrl } from '../../../richtext/links';
import { apart } from './conversions';
import { pastedParser, stylesAside } from './pastedHtml';
import { schema } from './schema';
import { permalinkOf } from './toDoc';

/** Words that were pasted and look like code. */
export interface PastedCode {
  from: number;
  to: number;
  text: string;
}

/**
 * What is pasted keeps its structure and loses its looks; undoing it leaves the plain words. What looks like
 * code is pasted as it is, and told.
 */
export function pasting(onCode: (code: PastedCode) => void): Plugin {
  return new Plugin({
    props: {
      clipboardTextParser: (text) => linesOf(text),
      clipboardParser: pastedParser,
      transformPastedHTML: stylesAside,
      handlePaste(view, event, slice) {
        const text = event.clipboardData?.getData('text/plain') ?? '';
        const html = event.clipboardData?.getData('text/html') ?? '';
        const { state } = view;
        const linked = linkOver(state, text);
        if (linked !== undefined) {
          view.dispatch(linked);
          return true;
        }
        const address = text.trim();
        if (isOwn(state, address)) {
          const style = state.selection.$from.marks().filter(({ type }) => type.name !== 'link');
          view.dispatch(state.tr.insertText(address).scrollIntoView());
          const end = view.state.selection.from;
          const link = permalinkOf(address, style);
          apart(view, view.state.tr.replaceWith(end - address.length, end, link).scrollIntoView());
          return true;
        }
        const inCode = state.selection.$from.parent.type.spec.code === true;
        const fromEditor = (event.clipboardData?.getData('vscode-editor-data') ?? '') !== '';
        if (!inCode && (fromEditor ? /\n/.test(text.trim()) : looksLikeCode(text))) {
          const { from } = state.selection;
          view.dispatch(state.tr.replaceSelection(linesOf(text)).scrollIntoView());
          onCode({ from, to: view.state.selection.to, text });
          return true;
        }
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

/** An address of a message shows where, who and when; undoing that leaves the address. */
function isOwn({ selection: { $from } }: EditorState, address: string): boolean {
  if ($from.parent.type.spec.code === true) return false;
  return ownTarget(address) !== undefined;
}

const signs = /[{}();=<>[\]]|^\s*(?:#|\/\/|def |class |import |return )/;

/** Three lines or more are indented, and there are the signs of code in it. */
export function looksLikeCode(text: string): boolean {
  const lines = text.split(/\r\n?|\n/).filter((line) => line.trim() !== '');
  const indented = lines.filter((line) => /^(?:\t| {2,})\S/.test(line));
  const coded = lines.filter((line) => signs.test(line) && !/^\s*[-*•\d]+[.)]?\s/.test(line));
  return indented.length >= 3 && coded.length * 2 >= lines.length;
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
