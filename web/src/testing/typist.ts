import { Selection, TextSelection, type Command } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { emptyDraft, type Draft } from '../richtext/draft';
import type { Trigger } from '../models/triggers';
import { Typing } from '../features/composer/Editor/typing';

/** Types into an editor as a person does, one character after the other. */
export class Typist {
  draft: Draft = emptyDraft;
  /** Signs stay as they are typed. */
  signs = false;
  sent = 0;
  /** What was pasted may become code. */
  offered = false;
  private readonly typing = new Typing();

  constructor() {
    const names = {
      person: (user: string) => user,
      channel: (channel: string) => channel,
      emoji: () => undefined,
      group: () => undefined,
    };
    this.typing.begin(
      document.body,
      { draft: emptyDraft, place: 'C1' },
      {
        names: () => names,
        enter: () => 'sends',
        signs: () => this.signs,
        complete: () => false,
        submit: () => (this.sent += 1),
        other: () => undefined,
        changed: (draft) => (this.draft = draft),
        rests: () => undefined,
        formatted: () => undefined,
        linking: () => undefined,
        offered: (code) => (this.offered = code),
        triggered: () => undefined,
      },
    );
  }

  get view(): EditorView {
    return this.typing.view;
  }

  get dom(): HTMLElement {
    return this.view.dom;
  }

  type(text: string): void {
    for (const each of text) this.insert(each);
  }

  insert(text: string): void {
    const { view } = this;
    const { from, to } = view.state.selection;
    const typed = () => view.state.tr.insertText(text, from, to);
    const taken = view.someProp('handleTextInput', (handle) => handle(view, from, to, text, typed));
    if (taken !== true) view.dispatch(typed());
  }

  press(key: string, more: KeyboardEventInit = {}): KeyboardEvent {
    const init = { key, bubbles: true, cancelable: true, ...more };
    const event = new KeyboardEvent('keydown', init);
    this.dom.dispatchEvent(event);
    return event;
  }

  paste(text: string, html = ''): void {
    const data = { 'text/plain': text, 'text/html': html } as Record<string, string>;
    const event = { clipboardData: { getData: (type: string) => data[type] ?? '' } };
    const { view } = this;
    if (html === '') view.pasteText(text, event as unknown as ClipboardEvent);
    else view.pasteHTML(html, event as unknown as ClipboardEvent);
  }

  home(): void {
    const { state, dispatch } = this.view;
    dispatch(state.tr.setSelection(Selection.atStart(state.doc)));
  }

  selectAll(): void {
    const { state, dispatch } = this.view;
    const { doc } = state;
    dispatch(
      state.tr.setSelection(
        TextSelection.between(doc.resolve(1), doc.resolve(doc.content.size - 1)),
      ),
    );
  }

  run(command: Command): void {
    command(this.view.state, this.view.dispatch, this.view);
  }

  makeCode(): void {
    this.typing.makeCode();
  }

  complete(trigger: Trigger, thing: string): void {
    this.typing.complete(trigger, thing);
  }

  show(draft: Draft): void {
    this.typing.show(draft, 'C1');
  }

  end(): void {
    this.typing.end();
    this.typing.destroy();
    document.body.replaceChildren();
  }
}
