import type { Editor } from '@tiptap/core';
import { safeUrl } from '../../../richtext/links';
import { schema } from './schema';

/** What can be done to words and lines; those of the table of commands have keys. */
export const formats = [
  'bold',
  'italic',
  'strike',
  'link',
  'numbers',
  'bullets',
  'quote',
  'code',
  'codeBlock',
] as const;
export type Format = (typeof formats)[number];

const names: Readonly<Record<Exclude<Format, 'codeBlock'>, string>> = {
  bold: 'bold',
  italic: 'italic',
  strike: 'strike',
  code: 'code',
  link: 'link',
  numbers: 'orderedList',
  bullets: 'bulletList',
  quote: 'blockquote',
};

/** Puts it on, or takes it away where it is. */
export function toggle(editor: Editor, format: Exclude<Format, 'link'>): void {
  const { commands } = editor;
  switch (format) {
    case 'bold':
    case 'italic':
    case 'strike':
    case 'code':
      commands.toggleMark(format);
      break;
    case 'numbers':
    case 'bullets':
      commands.toggleList(names[format], 'listItem');
      break;
    case 'quote':
      commands.toggleWrap('blockquote');
      break;
    case 'codeBlock':
      commands.toggleNode('codeBlock', 'paragraph');
      break;
  }
}

/** What holds at the caret. */
export function activeOf(editor: Editor): Format[] {
  return formats.filter((each) => editor.isActive(each === 'codeBlock' ? each : names[each]));
}

export interface LinkAt {
  href: string;
  words: string;
}

/** The link at the caret, or the words that are to become one. */
export function linkAt(editor: Editor): LinkAt {
  const { commands, state } = editor;
  const { link } = schema.marks;
  const held = state.selection.$from.marks().find(({ type }) => type === link);
  if (held !== undefined && state.selection.empty) commands.extendMarkRange('link');
  const { from, to } = editor.state.selection;
  return {
    href: String(held?.attrs.href ?? ''),
    words: editor.state.doc.textBetween(from, to, ' '),
  };
}

/** @param address none takes the link away */
export function setLink(editor: Editor, address: string, words: string): void {
  const { state, view } = editor;
  const { from, to } = state.selection;
  const { link } = schema.marks;
  const href = safeUrl(address);
  if (link === undefined) return;
  const tr = state.tr.removeMark(from, to, link);
  if (href === undefined) {
    view.dispatch(tr);
    return;
  }
  const same = state.doc.textBetween(from, to, ' ') === words;
  const shown = words.trim() === '' ? address : words;
  if (!same || from === to) tr.insertText(shown, from, to);
  view.dispatch(
    tr.addMark(from, same && from !== to ? to : from + shown.length, link.create({ href })),
  );
}
