import { Editor } from '@tiptap/core';
import { UndoRedo } from '@tiptap/extensions';
import { TextSelection } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { lengthOf, longest } from '../../../models/length';
import { triggerAt, type Trigger } from '../../../models/triggers';
import { emptyDraft, encodeDraft, sameDraft, type Draft } from '../../../richtext/draft';
import type { Leaf } from '../../../richtext/tree';
import { attributesOf, isSame, type Described } from './attributes';
import { apart, conversions } from './conversions';
import { draftOf, stateOf } from './drafts';
import { excess, underline } from './excess';
import { pressed } from './fieldKeys';
import { codeOf, isCode } from './blocks';
import { activeOf, linkAt, setLink, toggle, type Format } from './formats';
import { Looks } from './looks';
import { pasting, type PastedCode } from './pasting';
import { schema, vocabulary } from './schema';
import { atomOf } from './toDoc';
import { nobody, type TypingParts } from './typingParts';

interface Beginning {
  draft: Draft;
  place: string;
  described?: Described;
}

/** One field in which a message is written: the editor, and what stands in it as a draft. */
export class Typing {
  readonly element = document.createElement('div');
  private readonly editor: Editor;
  private readonly looks = new Looks(() => this.parts.names());
  private parts: TypingParts = nobody;
  /** What stands in the field, as it was told or given. */
  private held: Draft = emptyDraft;
  private place = '';
  private active: readonly Format[] = [];
  private trigger: Trigger | undefined;
  private pasted: PastedCode | undefined;
  /** How many characters are too many. */
  private over = 0;
  private described: Described = {};

  constructor() {
    this.editor = new Editor({
      element: this.element,
      injectCSS: false,
      // Not as HTML: the page lets nobody parse any.
      content: { type: 'doc', content: [{ type: 'paragraph' }] },
      extensions: [...vocabulary, UndoRedo],
      enableInputRules: false,
      enablePasteRules: false,
      enableCoreExtensions: {
        clipboardTextSerializer: false,
        delete: false,
        drop: false,
        focusEvents: false,
        paste: false,
        textDirection: false,
      },
      editorProps: {
        attributes: ({ doc }) => attributesOf(doc, this.described),
        handleKeyDown: (view, event) =>
          pressed(view, event, { ...this.parts, format: (each) => this.format(each) }),
        handleDOMEvents: {
          focus: (view) => this.onFocus(view),
          blur: () => this.rest(),
        },
      },
      onTransaction: ({ transaction }) => this.onChange(transaction.docChanged),
    });
    const isEmoji = (name: string) => this.parts.names().emoji(name) !== undefined;
    this.editor.registerPlugin(this.looks.plugin());
    this.editor.registerPlugin(pasting((code) => this.offer(code)));
    this.editor.registerPlugin(excess());
    this.editor.registerPlugin(conversions({ off: () => this.parts.signs(), isEmoji }));
  }

  /** Becomes the field of a place. */
  begin(box: HTMLElement, { draft, place, described = {} }: Beginning, parts: TypingParts): void {
    this.parts = parts;
    this.described = described;
    this.held = draft;
    this.place = place;
    box.append(this.element);
    this.put(draft);
  }

  /** Shows a draft, unless it is what stands here already. */
  show(draft: Draft, place: string): void {
    const same = this.place === place;
    if (!same) this.rest();
    const before = this.held;
    this.place = place;
    this.held = draft;
    if (same && (draft === before || sameDraft(draft, before))) return;
    const { anchor, head } = this.editor.state.selection;
    this.put(
      same && draft.selection === undefined ? { ...draft, selection: { anchor, head } } : draft,
    );
  }

  get view(): EditorView {
    return this.editor.view;
  }

  focus(): void {
    this.editor.view.focus();
  }

  /** Names may have changed. */
  refresh(): void {
    this.looks.refresh();
  }

  describe(described: Described): void {
    if (isSame(described, this.described)) return;
    this.described = described;
    this.editor.setOptions();
  }

  format(format: Format): void {
    if (format === 'link') this.parts.linking(linkAt(this.editor));
    else toggle(this.editor, format);
  }

  /** @param address none takes the link away */
  link(address: string, words: string): void {
    setLink(this.editor, address, words);
    this.focus();
  }

  /** Puts a thing in place of what was typed to find it. */
  complete({ start }: Trigger, thing: Exclude<Leaf, { kind: 'text' | 'link' }> | string): void {
    const { state, view } = this.editor;
    const end = state.selection.from;
    const spaced =
      state.doc.textBetween(end, Math.min(end + 1, state.selection.$from.end())) === ' ';
    const marks = state.selection.$from.marks();
    const put = typeof thing === 'string' ? schema.text(thing, marks) : atomOf(thing, marks);
    const nodes = [put, ...(spaced ? [] : [schema.text(' ', marks)])];
    const tr = state.tr.replaceWith(start, end, nodes);
    const caret = TextSelection.create(tr.doc, start + put.nodeSize + 1);
    view.dispatch(tr.setSelection(caret).scrollIntoView());
  }

  /** Puts an emoji where the caret is, in place of what is selected. */
  putEmoji(name: string): void {
    const { state, view } = this.editor;
    const { from, to, $from } = state.selection;
    const put = atomOf({ kind: 'emoji', name }, $from.marks());
    const fits = $from.parent.type.spec.code !== true;
    const node = fits ? put : schema.text(`:${name}:`);
    const tr = state.tr.replaceWith(from, to, node);
    const caret = TextSelection.create(tr.doc, from + node.nodeSize);
    view.dispatch(tr.setSelection(caret).scrollIntoView());
    this.focus();
  }

  /** What was just pasted becomes a code block; undoing it leaves the lines. */
  makeCode(): void {
    const { pasted } = this;
    this.offer(undefined);
    if (pasted !== undefined) apart(this.view, codeOf(this.view.state, pasted));
    this.focus();
  }

  offer(code: PastedCode | undefined): void {
    if (this.pasted === undefined && code === undefined) return;
    this.pasted = code;
    this.parts.offered(code !== undefined);
  }

  /** Is no field any more, and keeps nothing of what it was. */
  end(): void {
    this.rest();
    this.parts = nobody;
    this.element.remove();
    this.pasted = undefined;
    this.held = emptyDraft;
    this.described = {};
    this.put(emptyDraft);
  }

  destroy(): void {
    this.editor.destroy();
  }

  private put(draft: Draft): void {
    const { view, state } = this.editor;
    view.updateState(stateOf(draft, state.plugins));
    this.over = 0;
    this.measure(draft);
    this.look();
  }

  private measure(draft: Draft): void {
    const over = Math.max(0, lengthOf(encodeDraft(draft)) - longest);
    if (over === 0 && this.over === 0) return;
    this.over = over;
    if (!this.editor.view.composing) underline(this.editor.view, over);
  }

  private onChange(typed: boolean): void {
    if (typed) {
      this.held = draftOf(this.editor.state, this.parts.names().person);
      this.parts.changed(this.held);
      this.offer(undefined);
      this.measure(this.held);
    }
    this.look();
  }

  /** Completions react to text before the caret, the toolbar to what holds there. */
  private look(): void {
    const active = activeOf(this.editor);
    if (active.join() !== this.active.join()) this.parts.formatted((this.active = active));
    const { $from, empty } = this.editor.state.selection;
    const start = $from.start();
    const before = this.editor.state.doc.textBetween(start, $from.pos, undefined, '\ufffc');
    const found = empty && !isCode($from) ? triggerAt(before, before.length) : undefined;
    // A command begins a message, not a line of it.
    const begins = found?.sign !== '/' || start === 1;
    const next = found && begins ? { ...found, start: found.start + start } : undefined;
    if (JSON.stringify(next) === JSON.stringify(this.trigger)) return;
    this.trigger = next;
    this.parts.triggered(next);
  }

  private rest(): void {
    const { anchor, head } = this.editor.state.selection;
    const { selection } = this.held;
    if (selection?.anchor === anchor && selection.head === head) return;
    this.parts.rests(this.place, { anchor, head });
  }

  /** Whoever put the focus here types where the caret was, from the first key on. */
  private onFocus(view: EditorView): boolean {
    if (!view.dom.matches(':active')) view.focus();
    return false;
  }
}
