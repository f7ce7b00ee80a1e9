import type { Node } from '@tiptap/pm/model';
import { EditorState, TextSelection, type Plugin, type Selection } from '@tiptap/pm/state';
import { decodeDraft, emptyDraft, treeOfDraft, type Draft } from '../../../richtext/draft';
import { printMrkdwn } from '../../../richtext/mrkdwn';
import { inlinesOf } from '../../../richtext/mentions';
import { settle } from '../../../richtext/settle';
import type { Block } from '../../../richtext/tree';
import { docOf } from './toDoc';
import { treeOfDoc } from './toTree';

/** What stands in the editor, as it is kept. */
export function draftOf({ doc, selection }: EditorState, nameOf: (user: string) => string): Draft {
  const tree = treeOfDoc(doc);
  if (!says(tree)) return emptyDraft;
  const { anchor, head } = selection;
  return {
    ...decodeDraft(printMrkdwn(tree), nameOf),
    tree: settle(tree),
    selection: { anchor, head },
  };
}

/** A list or a quote that was only begun says nothing. */
function says(tree: readonly Block[]): boolean {
  if (tree.some(({ kind }) => kind === 'pre')) return true;
  return [...inlinesOf(tree)].some((inline) => inline.kind !== 'text' || inline.text !== '');
}

/** The state of an editor in which a draft stands, with the caret where it was. */
export function stateOf(draft: Draft, plugins: readonly Plugin[]): EditorState {
  const doc = docOf(treeOfDraft(draft));
  const { anchor, head } = draft.selection ?? { anchor: doc.content.size, head: doc.content.size };
  return EditorState.create({ doc, selection: near(doc, anchor, head), plugins: [...plugins] });
}

function near(doc: Node, anchor: number, head: number): Selection {
  const place = (at: number) => doc.resolve(Math.min(Math.max(0, at), doc.content.size));
  return TextSelection.between(place(anchor), place(head));
}

const mark = '\ue000';

/** How the plain field was left. */
export interface Left {
  start: number;
  end: number;
  focused: boolean;
  /** What was pressed to complete what stands before the caret, and waits for the editor. */
  keys: readonly string[];
}

/** What was typed without the editor, with the places of its caret as those of the document. */
export function handedOver(draft: Draft, { start, end }: Left): Draft {
  const { text, mentions, tree } = draft;
  // Nothing was typed: the caret is where it was left in the editor.
  if (tree !== undefined) return draft;
  const marked = text.slice(0, start) + mark + text.slice(start, end) + mark + text.slice(end);
  const doc = docOf(treeOfDraft({ text: marked, mentions }));
  const places: number[] = [];
  doc.descendants((node, at) => {
    for (const found of (node.text ?? '').matchAll(/\ue000/g)) places.push(at + found.index);
  });
  const [anchor, head] = places;
  if (anchor === undefined || head === undefined) return draft;
  return { ...draft, selection: { anchor, head: head - 1 } };
}
