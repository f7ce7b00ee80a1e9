import { closeHistory } from '@tiptap/pm/history';
import { Plugin, type EditorState, type Transaction } from '@tiptap/pm/state';
import { canJoin, findWrapping } from '@tiptap/pm/transform';
import type { EditorView } from '@tiptap/pm/view';
import { encodeDraft } from '../../../richtext/draft';
import { emojiOf } from '../../../richtext/emoji';
import { safeUrl } from '../../../richtext/links';
import { parseInlines } from '../../../richtext/parse';
import type { Mark } from '../../../richtext/tree';
import { schema } from './schema';
import { atomOf, docOf } from './toDoc';

interface ConversionParts {
  /** Signs stay what was typed. */
  off: () => boolean;
  isEmoji: (name: string) => boolean;
}

/** Signs become what they mean as they are typed; undoing it brings the signs back. */
export function conversions({ off, isEmoji }: ConversionParts): Plugin {
  const known = (name: string) => emojiOf(name) !== undefined || isEmoji(name);
  const convert = (view: EditorView, before: Transaction | undefined): boolean => {
    const typed = before === undefined ? view.state : view.state.apply(before);
    const done = off() ? undefined : conversion(typed, known);
    if (done === undefined) return false;
    if (before !== undefined) view.dispatch(before);
    apart(view, done);
    return true;
  };
  return new Plugin({
    props: {
      handleTextInput(view, from, to, text) {
        if (view.composing || off() || !completes(text)) return false;
        const typed = view.state.tr.insertText(text, from, to).scrollIntoView();
        const piece = lengthens(text) ? pieceOf(view.state.apply(typed), from, text) : undefined;
        if (piece === undefined) return convert(view, typed);
        view.dispatch(typed);
        apart(view, piece);
        return true;
      },
      handleDOMEvents: {
        compositionend(view) {
          setTimeout(() => {
            if (!view.isDestroyed && !view.composing) convert(view, undefined);
          });
          return false;
        },
      },
    },
  });
}

/** As a change of its own: undoing it leaves what was before. */
export function apart(view: EditorView, change: Transaction): void {
  view.dispatch(closeHistory(change));
  view.dispatch(closeHistory(view.state.tr));
}

/** Every conversion ends with a sign or a space: a letter alone is nothing to look for. */
function completes(text: string): boolean {
  return text.length > 1 || /[^\p{L}\p{N}]/u.test(text);
}

/** Dictation and the like bring more than a key does. */
function lengthens(text: string): boolean {
  return text.length > 2 && /[*_~`:@]/.test(text);
}

function pieceOf(state: EditorState, from: number, text: string): Transaction | undefined {
  if (!takesMarks(state)) return undefined;
  const inlines = parseInlines(encodeDraft({ text, mentions: [] }));
  const [only] = inlines;
  const plain = inlines.length === 1 && only?.kind === 'text' && only.style === undefined;
  const line = docOf([{ kind: 'paragraph', inlines }]).firstChild;
  if (plain || line === null) return undefined;
  const tr = state.tr.replaceWith(from, from + text.length, line.content);
  return tr.setStoredMarks(state.storedMarks ?? state.doc.resolve(from).marks());
}

/** What the text before the caret becomes. */
function conversion(
  state: EditorState,
  isEmoji: (name: string) => boolean,
): Transaction | undefined {
  const { $from, empty } = state.selection;
  if (!empty || !takesMarks(state)) return undefined;
  const start = $from.start();
  const before = state.doc.textBetween(start, $from.pos, undefined, '\ufffc');
  return (
    blockOf(state, before, start) ??
    markedOf(state, before, start) ??
    linkOf(state, before, start) ??
    atomAt(state, before, start, isEmoji)
  );
}

function takesMarks({ selection: { $from } }: EditorState): boolean {
  const inCode = $from.marks().some(({ type }) => type.name === 'code');
  return $from.parent.type.spec.code !== true && !inCode;
}

const lines = [
  { pattern: /^> $/, name: 'blockquote' },
  { pattern: /^[-*•] $/, name: 'bulletList' },
  { pattern: /^(\d{1,3})[.)] $/, name: 'orderedList' },
  { pattern: /^```$/, name: 'codeBlock' },
] as const;

function blockOf(state: EditorState, before: string, start: number): Transaction | undefined {
  const found = lines.find(({ pattern }) => pattern.test(before));
  const type = found === undefined ? undefined : schema.nodes[found.name];
  const parent = state.selection.$from.node(-1);
  if (found === undefined || type === undefined || parent.type.name === 'listItem')
    return undefined;
  const tr = state.tr.delete(start, start + before.length);
  if (found.name === 'codeBlock') return tr.setBlockType(start, start, type);
  const number = Number(found.pattern.exec(before)?.[1] ?? 1);
  const attributes = found.name === 'orderedList' ? { start: number } : null;
  const range = tr.doc.resolve(start).blockRange();
  const wrapping = range === null ? null : findWrapping(range, type, attributes);
  if (range === null || wrapping === null) return undefined;
  tr.wrap(range, wrapping);
  const previous = tr.doc.resolve(start - 1).nodeBefore;
  const goesOn =
    previous?.type === type &&
    (found.name !== 'orderedList' || previous.childCount + Number(previous.attrs.start) === number);
  if (goesOn && canJoin(tr.doc, start - 1)) tr.join(start - 1);
  return tr;
}

const signs: readonly { pattern: RegExp; mark: Mark; width: number }[] = [
  { pattern: /(?:^|[^\p{L}\p{N}*])(\*\*[^\s*](?:[^*]*[^\s*])?\*\*)$/u, mark: 'bold', width: 2 },
  { pattern: /(?:^|[^\p{L}\p{N}*])(\*[^\s*](?:[^*]*[^\s*])?\*)$/u, mark: 'bold', width: 1 },
  { pattern: /(?:^|[^\p{L}\p{N}_])(_[^\s_](?:[^_]*[^\s_])?_)$/u, mark: 'italic', width: 1 },
  { pattern: /(?:^|[^\p{L}\p{N}~])(~[^\s~](?:[^~]*[^\s~])?~)$/u, mark: 'strike', width: 1 },
  { pattern: /(?:^|[^`])(`[^`]+`)$/u, mark: 'code', width: 1 },
];

function markedOf(state: EditorState, before: string, start: number): Transaction | undefined {
  for (const { pattern, mark, width } of signs) {
    const found = pattern.exec(before)?.[1];
    if (found === undefined) continue;
    const end = start + before.length;
    const from = end - found.length;
    return state.tr
      .addMark(from + width, end - width, schema.mark(mark))
      .delete(end - width, end)
      .delete(from, from + width)
      .setStoredMarks(state.doc.resolve(from).marks());
  }
  return undefined;
}

function linkOf(state: EditorState, before: string, start: number): Transaction | undefined {
  const [all = '', words = '', address = ''] = /\[([^[\]]+)\]\(([^()\s]+)\)$/.exec(before) ?? [];
  const href = address === '' ? undefined : safeUrl(address);
  if (href === undefined) return undefined;
  const end = start + before.length;
  const from = end - all.length;
  return state.tr
    .addMark(from + 1, from + 1 + words.length, schema.mark('link', { href }))
    .delete(from + 1 + words.length, end)
    .delete(from, from + 1)
    .setStoredMarks(state.doc.resolve(from).marks());
}

function atomAt(
  state: EditorState,
  before: string,
  start: number,
  isEmoji: (name: string) => boolean,
): Transaction | undefined {
  const end = start + before.length;
  const marks = state.selection.$from.marks();
  const [, colons = '', name = ''] =
    /(?:^|[^\p{L}\p{N}:])(:([\p{Ll}\p{Lo}\p{N}_'+-]+):)$/u.exec(before) ?? [];
  if (name !== '' && isEmoji(name)) {
    return state.tr.replaceWith(end - colons.length, end, atomOf({ kind: 'emoji', name }, marks));
  }
  const [, typed = '', range = ''] =
    /(?:^|[^\p{L}\p{N}@])(@(channel|here|everyone))[\s.,!?:;]$/u.exec(before) ?? [];
  if (range === '') return undefined;
  const from = end - typed.length - 1;
  return state.tr.replaceWith(from, end - 1, atomOf({ kind: 'broadcast', range }, marks));
}
