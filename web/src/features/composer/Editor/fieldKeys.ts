import type { Command } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import type { Preferences } from '../../../models/preferences';
import { isComposing } from '../../../keys/composing';
import { presses } from '../../../keys/chord';
import { commandOf } from '../../../keys/commands';
import { mac } from '../../../keys/useCommand';
import { breakLine, deeper, isCode, leaveBackwards, shallower } from './blocks';
import { formats, type Format } from './formats';

export interface KeyParts {
  enter: () => Preferences['enter'];
  /** The completion's answer, if it is open and has one. */
  complete: (key: string) => boolean;
  submit: () => void;
  format: (format: Format) => void;
  /** Keys that nothing here took. */
  other: (event: KeyboardEvent) => void;
}

/** What a key does in the field; false leaves it to the editor and the browser. */
export function pressed(view: EditorView, event: KeyboardEvent, parts: KeyParts): boolean {
  if (view.composing || isComposing(event)) return false;
  const run = (command: Command) => command(view.state, view.dispatch, view);
  const mod = (event.ctrlKey || event.metaKey) && !event.altKey;
  const plain = !event.shiftKey && !event.ctrlKey && !event.metaKey && !event.altKey;
  if (plain && parts.complete(event.key)) {
    event.stopPropagation();
    return true;
  }
  const format = formats.find((each) => {
    if (each === 'codeBlock') return false;
    return commandOf(each).keys.some((chord) => presses(event, chord, mac));
  });
  if (format !== undefined) {
    parts.format(format);
    return true;
  }
  switch (event.key) {
    case 'Enter':
      if (mod || (plain && parts.enter() === 'sends' && !isCode(view.state.selection.$from))) {
        parts.submit();
        return true;
      }
      return run(breakLine);
    case 'Backspace':
      if (plain && run(leaveBackwards)) return true;
      break;
    case 'Tab':
      if (mod || event.altKey) break;
      if (run(event.shiftKey ? shallower : deeper)) return true;
      break;
  }
  parts.other(event);
  return event.defaultPrevented;
}
