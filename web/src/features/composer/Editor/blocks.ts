import type { ResolvedPos } from '@tiptap/pm/model';
import {
  chainCommands,
  exitCode,
  liftEmptyBlock,
  newlineInCode,
  splitBlock,
} from '@tiptap/pm/commands';
import { liftListItem, sinkListItem, splitListItem } from '@tiptap/pm/schema-list';
import { TextSelection, type Command, type EditorState, type Transaction } from '@tiptap/pm/state';
import { schema } from './schema';

const item = schema.nodes.listItem;

/** A new line; in a list the next item, out of what holds it where the line is empty. */
export const breakLine: Command = (state, dispatch, view) => {
  const { listItem } = schema.nodes;
  if (listItem === undefined) return false;
  const leave = isEmptyItem(state.selection.$from) ? liftListItem(listItem) : () => false;
  return chainCommands(
    leaveCode,
    newlineInCode,
    leave,
    splitListItem(listItem),
    liftEmptyBlock,
    splitBlock,
  )(state, dispatch, view);
};

/** Two empty lines at its end end code. */
const leaveCode: Command = (state, dispatch) => {
  const { $from, empty } = state.selection;
  if (!empty || !isCode($from) || $from.parentOffset < $from.parent.content.size) return false;
  if (!$from.parent.textContent.endsWith('\n\n')) return false;
  if (dispatch === undefined) return true;
  const shorter = state.apply(state.tr.delete($from.pos - 2, $from.pos));
  return exitCode(shorter, (exit) => {
    const both = state.tr.delete($from.pos - 2, $from.pos);
    for (const step of exit.steps) both.step(step);
    dispatch(both.setSelection(TextSelection.near(both.doc.resolve(exit.selection.from))));
  });
};

/** Backspace at the start of a quote, a list or code leaves it. */
export const leaveBackwards: Command = (state, dispatch, view) => {
  const { $from, empty } = state.selection;
  if (!empty || $from.parentOffset > 0) return false;
  if (isCode($from)) return codeToLines(state, dispatch, view);
  if (item !== undefined && $from.depth > 1 && $from.node(-1).type === item) {
    return $from.index(-1) === 0 && liftListItem(item)(state, dispatch);
  }
  const range = $from.blockRange();
  const quoted = $from.depth > 1 && $from.node(-1).type.name === 'blockquote';
  if (!quoted || $from.index(-1) > 0 || range === null) return false;
  dispatch?.(state.tr.lift(range, range.depth - 1).scrollIntoView());
  return true;
};

/** Words that stand somewhere as a block of code there. */
export function codeOf(
  { doc, tr }: EditorState,
  { from, to, text }: { from: number; to: number; text: string },
): Transaction {
  const { codeBlock, paragraph } = schema.nodes;
  if (codeBlock === undefined || paragraph === undefined) return tr;
  const code = codeBlock.create(null, schema.text(text.replace(/\r\n?/g, '\n').trimEnd()));
  const start = doc.resolve(from);
  const before = start.parent.textBetween(0, start.parentOffset, undefined, '\ufffc');
  const end = doc.resolve(Math.min(to, doc.content.size));
  const after = end.parent.content.size > end.parentOffset;
  const nodes = [code, ...(after ? [] : [paragraph.create()])];
  const at = before.trim() === '' ? start.before() : from;
  tr.replaceWith(at, after ? to : end.after(), nodes);
  return tr.setSelection(TextSelection.near(tr.doc.resolve(tr.mapping.map(to)), -1));
}

/** Code as ordinary lines. */
export const codeToLines: Command = (state, dispatch) => {
  const { $from } = state.selection;
  const { paragraph } = schema.nodes;
  if (!isCode($from) || paragraph === undefined) return false;
  const lines = $from.parent.textContent.split('\n').map((line) => {
    return paragraph.create(null, line === '' ? [] : schema.text(line));
  });
  const tr = state.tr.replaceWith($from.before(), $from.after(), lines);
  dispatch?.(tr.setSelection(TextSelection.near(tr.doc.resolve($from.before() + 1))));
  return true;
};

export const deeper: Command = (state, dispatch) => {
  const { $from } = state.selection;
  if (item === undefined || $from.depth < 2 || $from.node(-1).type !== item) return false;
  sinkListItem(item)(state, dispatch);
  return true;
};

export const shallower: Command = (state, dispatch) => {
  const { $from } = state.selection;
  if (item === undefined || $from.depth < 2 || $from.node(-1).type !== item) return false;
  return liftListItem(item)(state, dispatch);
};

export function isCode($from: ResolvedPos): boolean {
  return $from.parent.type.spec.code === true;
}

function isEmptyItem($from: ResolvedPos): boolean {
  const holder = $from.depth > 1 ? $from.node(-1) : undefined;
  return holder?.type === item && holder?.childCount === 1 && $from.parent.content.size === 0;
}
